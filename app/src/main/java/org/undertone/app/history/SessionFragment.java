// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Bundle;
import androidx.fragment.app.Fragment;

/** A session. */
public final class SessionFragment extends Fragment {
  private static final String ID = "session_id";

  /** Returns the screen of a session. */
  public static SessionFragment of(long id) {
    SessionFragment fragment = new SessionFragment();
    Bundle arguments = new Bundle();
    arguments.putLong(ID, id);
    fragment.setArguments(arguments);
    return fragment;
  }
}
