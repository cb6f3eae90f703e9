// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import androidx.fragment.app.Fragment;

/** The list of sessions. */
public final class HistoryFragment extends Fragment {}
