// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Bundle;
import android.view.MenuItem;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.ItemTouchHelper;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.snackbar.BaseTransientBottomBar;
import java.util.List;
import java.util.Set;
import org.undertone.app.AppContainer;
import org.undertone.app.Navigator;
import org.undertone.app.R;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.export.ExportRequest;

/** The list of sessions: searched, filtered, selected from, and led on from. */
public final class HistoryFragment extends Fragment implements SessionHolder.Actions {
  /** Lines before the end of the list at which more are read. */
  private static final int READ_AHEAD = 40;

  private HistoryViewModel model;
  private SessionDeletion deletion;
  private HistoryAdapter adapter;
  private FilterControls controls;
  private SelectionBar bar;
  private HistoryStatus status;
  private SessionFilter listed;

  /** Makes the screen. */
  public HistoryFragment() {
    super(R.layout.fragment_history);
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    model = new ViewModelProvider(this).get(HistoryViewModel.class);
    deletion = DeletionSnackbar.attach(this);
    controls = new FilterControls(view, getChildFragmentManager(), model);
    status = new HistoryStatus(view);
    bar =
        new SelectionBar(
            view.findViewById(R.id.history_toolbar),
            new SelectionBar.Face(R.menu.history, 0, 0, () -> {}),
            R.menu.history_selection,
            R.plurals.history_selection,
            this::onMenuItem,
            () -> model.select(List.of()));
    bar.setTitle(getText(R.string.history_title));
    requireActivity().getOnBackPressedDispatcher().addCallback(getViewLifecycleOwner(), bar);
    showList(view.findViewById(R.id.history_list));
    showRecovery();
    model.filter().observe(getViewLifecycleOwner(), this::onFilter);
    model.count().observe(getViewLifecycleOwner(), this::onCount);
    model.selected().observe(getViewLifecycleOwner(), this::onSelected);
    status.setOnLive(() -> navigator().openLive());
    status.setOnClear(controls::clearAll);
  }

  private void showList(RecyclerView list) {
    adapter = new HistoryAdapter(this);
    // The place in the list is restored once there is a list.
    adapter.setStateRestorationPolicy(
        RecyclerView.Adapter.StateRestorationPolicy.PREVENT_WHEN_EMPTY);
    LinearLayoutManager layout = new LinearLayoutManager(requireContext());
    list.setLayoutManager(layout);
    list.setAdapter(adapter);
    list.setHasFixedSize(true);
    new ItemTouchHelper(new SwipeToDelete(list, this)).attachToRecyclerView(list);
    list.addOnScrollListener(
        new RecyclerView.OnScrollListener() {
          @Override
          public void onScrolled(RecyclerView scrolled, int dx, int dy) {
            if (layout.findLastVisibleItemPosition() >= adapter.getItemCount() - READ_AHEAD) {
              model.readOn();
            }
          }
        });
    model.items().observe(getViewLifecycleOwner(), items -> onItems(list, items));
  }

  private void onItems(RecyclerView list, List<HistoryItem> items) {
    status.setLoading(false);
    SessionFilter filter = model.currentFilter();
    boolean other = listed != null && !listed.equals(filter);
    listed = filter;
    adapter.submitList(
        items,
        () -> {
          if (other) {
            list.scrollToPosition(0);
          }
        });
  }

  private void showRecovery() {
    SessionRepository sessions = AppContainer.of(requireContext()).sessions();
    sessions
        .recoveryNotice()
        .observe(
            getViewLifecycleOwner(),
            file -> {
              if (file != null) {
                DeletionSnackbar.message(
                        requireActivity(), getString(R.string.history_recovered, file))
                    .setDuration(BaseTransientBottomBar.LENGTH_INDEFINITE)
                    .setAction(R.string.history_recovered_ok, v -> sessions.dismissRecoveryNotice())
                    .show();
              }
            });
  }

  private void onFilter(SessionFilter filter) {
    controls.show(filter);
    status.setFilter(filter);
  }

  private void onCount(Integer count) {
    status.setCount(count);
  }

  private void onSelected(Set<Long> selected) {
    bar.setSelected(selected);
    adapter.setSelected(selected);
    MenuItem rename = bar.item(R.id.history_rename);
    if (rename != null) {
      rename.setVisible(selected.size() == 1);
    }
  }

  @Override
  public void onTap(SessionSummary session) {
    if (!model.currentSelection().isEmpty()) {
      model.toggle(session.id());
    } else {
      navigator().openSession(session.id());
    }
  }

  @Override
  public void onToggle(SessionSummary session) {
    model.toggle(session.id());
  }

  @Override
  public void onDelete(SessionSummary session) {
    deletion.delete(List.of(session.id()));
  }

  private boolean onMenuItem(MenuItem item) {
    int id = item.getItemId();
    Set<Long> selected = model.currentSelection();
    if (id == R.id.history_select_all) {
      model.selectAll();
    } else if (id == R.id.history_delete) {
      deletion.delete(selected);
      model.select(List.of());
    } else if (id == R.id.history_export) {
      navigator().openExport(ExportRequest.ofSessions(List.copyOf(selected)));
    } else if (id == R.id.history_export_shown) {
      model.shownIds(this::export);
    } else if (id == R.id.history_rename) {
      rename(selected);
    } else {
      return false;
    }
    return true;
  }

  private void export(List<Long> ids) {
    if (isAdded() && !isStateSaved() && !ids.isEmpty()) {
      navigator().openExport(ExportRequest.ofSessions(ids));
    }
  }

  private void rename(Set<Long> selected) {
    adapter.getCurrentList().stream()
        .filter(item -> !item.isDay() && selected.contains(item.session().id()))
        .findFirst()
        .ifPresent(item -> RenameDialog.show(getChildFragmentManager(), item.session()));
    model.select(List.of());
  }

  private Navigator navigator() {
    return (Navigator) requireActivity();
  }
}
