// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import androidx.fragment.app.Fragment;

/** The settings. */
public final class SettingsFragment extends Fragment {}
