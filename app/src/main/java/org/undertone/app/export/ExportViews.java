// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import android.content.res.Resources;
import android.text.format.DateUtils;
import android.text.format.Formatter;
import android.view.View;
import android.widget.TextView;
import androidx.annotation.IdRes;
import androidx.annotation.PluralsRes;
import androidx.annotation.StringRes;
import com.google.android.material.materialswitch.MaterialSwitch;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import com.google.android.material.snackbar.Snackbar;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.app.R;

/** The views of the export screen. Main thread. */
final class ExportViews {
  private static final int PERCENT = 100;

  /** Told what the user chose. */
  interface Listener {
    void onOptions(ExportOptions options);
  }

  private final View root;
  private final Resources resources;
  private final MaterialSwitch audio;
  private final MaterialSwitch onlySpeech;
  private final LinearProgressIndicator progress;

  ExportViews(View root, Listener listener) {
    this.root = root;
    this.resources = root.getResources();
    this.audio = root.findViewById(R.id.export_audio);
    this.onlySpeech = root.findViewById(R.id.export_only_speech);
    this.progress = root.findViewById(R.id.export_progress);
    View.OnClickListener chosen =
        button -> listener.onOptions(new ExportOptions(audio.isChecked(), onlySpeech.isChecked()));
    audio.setOnClickListener(chosen);
    onlySpeech.setOnClickListener(chosen);
  }

  void onClick(@IdRes int button, Runnable action) {
    root.findViewById(button).setOnClickListener(view -> action.run());
  }

  /** Says something in passing. */
  void say(@StringRes int text) {
    Snackbar.make(root, text, Snackbar.LENGTH_LONG).show();
  }

  /** Says in passing how another screen's export has ended, unless the user cancelled it here. */
  void sayOther(ExportState state, Runnable share) {
    if (state.phase() == ExportState.Phase.CANCELLED) {
      return;
    }
    boolean done = state.phase() == ExportState.Phase.DONE;
    Snackbar bar =
        Snackbar.make(
            root,
            done ? R.string.export_other_done : R.string.export_other_failed,
            Snackbar.LENGTH_LONG);
    if (done && state.toShare()) {
      bar.setAction(R.string.export_share, view -> share.run());
    }
    bar.show();
  }

  /**
   * Shows everything.
   *
   * @param plan null as long as it is not known
   * @param own whether the export is of what this screen was opened for
   */
  void show(ExportPlan plan, ExportOptions options, ExportState state, boolean own) {
    boolean ended = state.hasEnded();
    boolean ready = !ended && !state.isRunning();
    setVisible(R.id.export_choose, ready);
    setVisible(R.id.export_running, state.isRunning());
    setVisible(R.id.export_ended, ended);
    showPlan(plan, options);
    boolean something = plan != null && plan.sessions() > 0;
    root.findViewById(R.id.export_save).setEnabled(something);
    root.findViewById(R.id.export_share).setEnabled(something);
    if (state.isRunning()) {
      showProgress(state, own);
    } else if (ended) {
      showEnd(state);
    }
  }

  private void showPlan(ExportPlan plan, ExportOptions options) {
    setVisible(R.id.export_planning, plan == null);
    boolean hasAudio = plan != null && plan.withAudio() > 0;
    audio.setEnabled(hasAudio);
    audio.setChecked(options.audio() && (plan == null || hasAudio));
    onlySpeech.setEnabled(hasAudio && options.audio());
    onlySpeech.setChecked(options.onlySpeech());
    setVisible(R.id.export_options, plan == null || plan.sessions() > 0);
    if (plan == null) {
      setText(R.id.export_content, resources.getString(R.string.export_planning));
      setText(R.id.export_hint, "");
      return;
    }
    if (plan.sessions() == 0) {
      setText(R.id.export_content, resources.getString(R.string.export_nothing));
      setText(R.id.export_hint, "");
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        resources.getString(
            R.string.export_sessions_segments,
            count(R.plurals.export_sessions, plan.sessions()),
            count(R.plurals.export_segments, plan.segments())));
    ExportPlan.Clips clips = plan.clips(options);
    if (clips.count() > 0) {
      lines.add(
          resources.getString(
              R.string.export_clips_length,
              count(R.plurals.export_clips, clips.count()),
              DateUtils.formatElapsedTime(Math.round(clips.seconds()))));
    }
    lines.add(resources.getString(R.string.export_size, size(plan.estimatedBytes(options))));
    setText(R.id.export_content, String.join("\n", lines));
    setText(R.id.export_hint, hint(plan));
  }

  /** Returns why there is less sound than one may expect. */
  private String hint(ExportPlan plan) {
    List<String> hints = new ArrayList<>();
    int without = plan.sessions() - plan.withAudio() - plan.missingAudio();
    if (plan.withAudio() == 0 && plan.missingAudio() == 0) {
      hints.add(resources.getString(R.string.export_no_audio));
    } else if (without > 0) {
      hints.add(count(R.plurals.export_without_audio, without));
    }
    if (plan.missingAudio() > 0) {
      hints.add(count(R.plurals.export_missing_audio, plan.missingAudio()));
    }
    return String.join("\n", hints);
  }

  private void showProgress(ExportState state, boolean own) {
    setText(
        R.id.export_running_title,
        resources.getString(own ? R.string.export_running : R.string.export_other_running));
    setText(
        R.id.export_running_hint,
        resources.getString(
            own ? R.string.export_running_hint : R.string.export_other_running_hint));
    setText(
        R.id.export_cancel,
        resources.getString(own ? R.string.export_cancel : R.string.export_other_cancel));
    int percent = (int) Math.floor(state.fraction() * PERCENT);
    progress.setProgressCompat(percent, true);
    String spoken = NumberFormat.getPercentInstance(locale()).format(percent / (double) PERCENT);
    setText(R.id.export_percent, spoken);
  }

  private void showEnd(ExportState state) {
    boolean done = state.phase() == ExportState.Phase.DONE;
    setVisible(R.id.export_share_result, done);
    TextView again = root.findViewById(R.id.export_again);
    again.setText(done ? R.string.export_again : R.string.export_retry);
    if (done) {
      setText(
          R.id.export_end_title,
          resources.getString(
              state.toShare() ? R.string.export_done_share : R.string.export_done_saved));
      setText(R.id.export_end_text, result(state.result()));
    } else if (state.phase() == ExportState.Phase.CANCELLED) {
      setText(R.id.export_end_title, resources.getString(R.string.export_cancelled));
      setText(R.id.export_end_text, resources.getString(R.string.export_nothing_kept));
    } else {
      setText(R.id.export_end_title, resources.getString(R.string.export_failed));
      setText(
          R.id.export_end_text,
          resources.getString(problem(state.problem()))
              + "\n"
              + resources.getString(R.string.export_nothing_kept));
    }
  }

  private String result(ExportResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(count(R.plurals.export_sessions, result.sessions()));
    int clips = result.clips() + result.unlabelled();
    if (clips > 0) {
      lines.add(
          resources.getString(
              R.string.export_clips_length,
              count(R.plurals.export_clips, clips),
              DateUtils.formatElapsedTime(Math.round(result.clipSeconds()))));
    }
    if (result.unlabelled() > 0) {
      lines.add(count(R.plurals.export_unlabelled, result.unlabelled()));
    }
    lines.add(resources.getString(R.string.export_size_done, size(result.bytes())));
    if (result.missingAudio() > 0) {
      lines.add(count(R.plurals.export_missing_audio, result.missingAudio()));
    }
    return String.join("\n", lines);
  }

  @StringRes
  private static int problem(ExportException.Kind kind) {
    switch (kind) {
      case STORAGE_FULL:
        return R.string.export_problem_full;
      case TARGET_LOST:
        return R.string.export_problem_target;
      case AUDIO_DAMAGED:
        return R.string.export_problem_audio;
      case NOTHING_LEFT:
        return R.string.export_nothing;
      case FAILED:
        return R.string.export_problem_other;
    }
    throw new AssertionError(kind);
  }

  private Locale locale() {
    return resources.getConfiguration().getLocales().get(0);
  }

  private String count(@PluralsRes int plural, int count) {
    return resources.getQuantityString(
        plural, count, NumberFormat.getIntegerInstance(locale()).format(count));
  }

  private String size(long bytes) {
    return Formatter.formatShortFileSize(root.getContext(), bytes);
  }

  private void setText(@IdRes int id, String text) {
    TextView view = root.findViewById(id);
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }

  private void setVisible(@IdRes int id, boolean visible) {
    root.findViewById(id).setVisibility(visible ? View.VISIBLE : View.GONE);
  }
}
