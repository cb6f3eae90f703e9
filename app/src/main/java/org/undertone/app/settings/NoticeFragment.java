// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import androidx.fragment.app.Fragment;

/** The first-run notice. */
public final class NoticeFragment extends Fragment {}
