// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.view.View;
import android.widget.Button;
import android.widget.ImageView;
import android.widget.TextView;
import org.undertone.app.R;
import org.undertone.app.data.SessionFilter;

/** What is said about the list: how many sessions, none yet, none found, being read. */
final class HistoryStatus {
  private final Context context;
  private final TextView count;
  private final View list;
  private final View progress;
  private final View empty;
  private final ImageView icon;
  private final TextView title;
  private final TextView text;
  private final Button button;
  private Runnable onLive = () -> {};
  private Runnable onClear = () -> {};
  private SessionFilter filter = SessionFilter.ALL;
  private Integer sessions;
  private boolean loading = true;

  HistoryStatus(View root) {
    context = root.getContext();
    count = root.findViewById(R.id.history_count);
    list = root.findViewById(R.id.history_list);
    progress = root.findViewById(R.id.history_progress);
    empty = root.findViewById(R.id.history_empty);
    icon = root.findViewById(R.id.history_empty_icon);
    title = root.findViewById(R.id.history_empty_title);
    text = root.findViewById(R.id.history_empty_text);
    button = root.findViewById(R.id.history_empty_action);
    show();
  }

  void setOnLive(Runnable action) {
    onLive = action;
  }

  void setOnClear(Runnable action) {
    onClear = action;
  }

  void setFilter(SessionFilter shown) {
    filter = shown;
    show();
  }

  void setCount(Integer shown) {
    sessions = shown;
    show();
  }

  void setLoading(boolean now) {
    loading = now;
    show();
  }

  private void show() {
    boolean none = sessions != null && sessions == 0 && !loading;
    empty.setVisibility(none ? View.VISIBLE : View.GONE);
    list.setVisibility(none ? View.INVISIBLE : View.VISIBLE);
    progress.setVisibility(loading && sessions == null ? View.VISIBLE : View.GONE);
    count.setVisibility(sessions == null || none ? View.GONE : View.VISIBLE);
    if (sessions != null) {
      int plural = filter.isAll() ? R.plurals.history_count : R.plurals.history_count_filtered;
      count.setText(
          context
              .getResources()
              .getQuantityString(plural, sessions, new SessionWords(context).number(sessions)));
    }
    if (none && filter.isAll()) {
      message(
          R.drawable.ic_history,
          R.string.history_empty_title,
          context.getString(R.string.history_empty_text),
          R.string.history_empty_action,
          onLive);
    } else if (none) {
      message(
          R.drawable.ic_session_search,
          R.string.history_none_title,
          context.getString(R.string.history_none_text),
          R.string.history_filter_clear,
          onClear);
    }
  }

  private void message(int drawable, int heading, String words, int action, Runnable onAction) {
    icon.setImageResource(drawable);
    title.setText(heading);
    text.setText(words);
    button.setText(action);
    button.setOnClickListener(view -> onAction.run());
  }
}
