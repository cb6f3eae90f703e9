// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.graphics.Canvas;
import android.graphics.drawable.Drawable;
import android.view.View;
import androidx.core.content.ContextCompat;
import androidx.recyclerview.widget.ItemTouchHelper;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.color.MaterialColors;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionSummary;

/** Deletes a session whose row is swiped to either side; shows a bin behind it. */
final class SwipeToDelete extends ItemTouchHelper.SimpleCallback {
  private final SessionHolder.Actions actions;
  private final Drawable bin;

  SwipeToDelete(View list, SessionHolder.Actions actions) {
    super(0, ItemTouchHelper.START | ItemTouchHelper.END);
    this.actions = actions;
    bin = ContextCompat.getDrawable(list.getContext(), R.drawable.ic_session_delete).mutate();
    bin.setTint(MaterialColors.getColor(list, androidx.appcompat.R.attr.colorError));
  }

  @Override
  public int getSwipeDirs(RecyclerView list, RecyclerView.ViewHolder holder) {
    SessionSummary session =
        holder instanceof SessionHolder ? ((SessionHolder) holder).session() : null;
    boolean deletable = session != null && session.end() != EndReason.RUNNING;
    return deletable ? super.getSwipeDirs(list, holder) : 0;
  }

  @Override
  public boolean onMove(
      RecyclerView list, RecyclerView.ViewHolder from, RecyclerView.ViewHolder to) {
    return false;
  }

  @Override
  public void onSwiped(RecyclerView.ViewHolder holder, int direction) {
    actions.onDelete(((SessionHolder) holder).session());
  }

  @Override
  public void onChildDraw(
      Canvas canvas,
      RecyclerView list,
      RecyclerView.ViewHolder holder,
      float dx,
      float dy,
      int state,
      boolean active) {
    if (dx != 0) {
      View row = holder.itemView;
      int size = bin.getIntrinsicWidth();
      int start = dx > 0 ? row.getLeft() + size : row.getRight() - 2 * size;
      int top = row.getTop() + (row.getHeight() - size) / 2;
      bin.setBounds(start, top, start + size, top + size);
      bin.draw(canvas);
    }
    super.onChildDraw(canvas, list, holder, dx, dy, state, active);
  }
}
