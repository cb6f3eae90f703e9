// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import androidx.fragment.app.Fragment;

/** The live screen. */
public final class LiveFragment extends Fragment {}
