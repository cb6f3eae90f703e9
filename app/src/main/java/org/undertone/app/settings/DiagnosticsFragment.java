// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import androidx.fragment.app.Fragment;

/** Model, delegate and latency. */
public final class DiagnosticsFragment extends Fragment {}
