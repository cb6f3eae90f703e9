// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import androidx.fragment.app.Fragment;

/** Where a drive begins: what driver mode does, its settings, and start. */
public final class DriveFragment extends Fragment {}
