// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Bundle;
import android.view.MenuItem;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.paging.CombinedLoadStates;
import androidx.paging.LoadState;
import androidx.recyclerview.widget.ItemTouchHelper;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import java.util.List;
import java.util.Set;
import kotlin.Unit;
import org.undertone.app.Navigator;
import org.undertone.app.R;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.export.ExportRequest;

/** The list of sessions: searched, filtered, selected from, and led on from. */
public final class HistoryFragment extends Fragment implements SessionHolder.Actions {
  private HistoryViewModel model;
  private SessionDeletion deletion;
  private HistoryAdapter adapter;
  private FilterControls controls;
  private SelectionBar bar;
  private HistoryStatus status;

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
    model.filter().observe(getViewLifecycleOwner(), this::onFilter);
    model.count().observe(getViewLifecycleOwner(), this::onCount);
    model.selected().observe(getViewLifecycleOwner(), this::onSelected);
    status.setOnLive(() -> navigator().openLive());
    status.setOnClear(controls::clearAll);
    status.setOnRetry(adapter::retry);
  }

  private void showList(RecyclerView list) {
    adapter = new HistoryAdapter(this);
    // The place in the list is restored once there is a list.
    adapter.setStateRestorationPolicy(
        RecyclerView.Adapter.StateRestorationPolicy.PREVENT_WHEN_EMPTY);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(adapter);
    list.setHasFixedSize(true);
    new ItemTouchHelper(new SwipeToDelete(list, this)).attachToRecyclerView(list);
    adapter.addLoadStateListener(
        states -> {
          onLoadState(states);
          return Unit.INSTANCE;
        });
    model
        .items()
        .observe(
            getViewLifecycleOwner(),
            page -> adapter.submitData(getViewLifecycleOwner().getLifecycle(), page));
  }

  private void onLoadState(CombinedLoadStates states) {
    if (getView() == null) {
      return;
    }
    LoadState refresh = states.getRefresh();
    status.setLoading(refresh instanceof LoadState.Loading);
    status.setError(
        refresh instanceof LoadState.Error ? ((LoadState.Error) refresh).getError() : null);
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
    adapter.snapshot().getItems().stream()
        .filter(item -> !item.isDay() && selected.contains(item.session().id()))
        .findFirst()
        .ifPresent(item -> RenameDialog.show(getChildFragmentManager(), item.session()));
    model.select(List.of());
  }

  private Navigator navigator() {
    return (Navigator) requireActivity();
  }
}
