// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.View;
import android.view.ViewGroup;
import androidx.recyclerview.widget.RecyclerView;

/** One view as a row, always the same, so that what is typed into it stays. */
final class SingleViewAdapter extends RecyclerView.Adapter<RecyclerView.ViewHolder> {
  private final View view;

  SingleViewAdapter(View view) {
    this.view = view;
  }

  @Override
  public RecyclerView.ViewHolder onCreateViewHolder(ViewGroup parent, int type) {
    RecyclerView.ViewHolder holder = new RecyclerView.ViewHolder(view) {};
    holder.setIsRecyclable(false);
    return holder;
  }

  @Override
  public void onBindViewHolder(RecyclerView.ViewHolder holder, int position) {
    // The view is filled by its owner.
  }

  @Override
  public int getItemCount() {
    return 1;
  }
}
