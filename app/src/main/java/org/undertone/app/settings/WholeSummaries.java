// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.view.View;
import android.widget.TextView;
import androidx.annotation.NonNull;
import androidx.recyclerview.widget.RecyclerView;

/** Shows all lines of what is said below a preference; the library cuts it after ten, for any font. */
final class WholeSummaries implements RecyclerView.OnChildAttachStateChangeListener {
  @Override
  public void onChildViewAttachedToWindow(@NonNull View row) {
    TextView summary = row.findViewById(android.R.id.summary);
    if (summary != null) {
      summary.setMaxLines(Integer.MAX_VALUE);
    }
  }

  @Override
  public void onChildViewDetachedFromWindow(@NonNull View row) {
    // Nothing to undo: rows are only used here.
  }
}
