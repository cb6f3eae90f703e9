// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import androidx.fragment.app.Fragment;

/** Exports what an {@link ExportRequest} asks for. */
public final class ExportFragment extends Fragment {

  /** Returns the screen of an export. */
  public static ExportFragment of(ExportRequest request) {
    ExportFragment fragment = new ExportFragment();
    fragment.setArguments(request.toBundle());
    return fragment;
  }
}
