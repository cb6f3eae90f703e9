// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import android.view.View;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.espresso.matcher.BoundedMatcher;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.undertone.app.R;

/** Rows of the app's lists, as Espresso finds them. */
final class Rows {
  private Rows() {}

  /** Matches the row at a place in a list. */
  static Matcher<View> row(int list, int position) {
    return new BoundedMatcher<>(View.class) {
      @Override
      protected boolean matchesSafely(View view) {
        return view.getParent() instanceof RecyclerView parent
            && parent.getId() == list
            && parent.getChildAdapterPosition(view) == position;
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("row " + position);
      }
    };
  }

  /** Returns what stands above the list of sessions. */
  static String historyCount(Phone phone) {
    return phone.get(
        activity -> {
          TextView count = activity.findViewById(R.id.history_count);
          return count == null ? "" : count.getText().toString();
        });
  }

  /** Scrolls a list to a row. */
  static void scrollTo(Phone phone, int list, int position) {
    phone.on(activity -> ((RecyclerView) activity.findViewById(list)).scrollToPosition(position));
  }
}
