// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.View;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.slider.Slider;
import org.undertone.app.R;

/** Play, pause, where it stands, and a slider to go elsewhere. */
final class PlaybackBar {
  private final View bar;
  private final MaterialButton button;
  private final Slider slider;
  private final TextView time;
  private final View none;
  private final SessionPlayer player;
  private final SessionWords words;
  private boolean sliding;

  PlaybackBar(View root, SessionPlayer player) {
    this.player = player;
    this.words = new SessionWords(root.getContext());
    bar = root.findViewById(R.id.session_playback);
    button = root.findViewById(R.id.session_play);
    slider = root.findViewById(R.id.session_position);
    time = root.findViewById(R.id.session_time);
    none = root.findViewById(R.id.session_no_audio);
    button.setOnClickListener(view -> toggle());
    slider.setLabelFormatter(words::clock);
    slider.addOnChangeListener(
        (view, value, byUser) -> {
          if (byUser && !sliding) {
            player.seek(value);
          }
        });
    slider.addOnSliderTouchListener(
        new Slider.OnSliderTouchListener() {
          @Override
          public void onStartTrackingTouch(Slider touched) {
            sliding = true;
          }

          @Override
          public void onStopTrackingTouch(Slider touched) {
            sliding = false;
            player.seek(touched.getValue());
          }
        });
  }

  private void toggle() {
    if (player.playback().getValue().playing()) {
      player.pause();
    } else {
      player.play();
    }
  }

  /** Says whether there is audio at all. */
  void setAudio(boolean kept) {
    bar.setVisibility(kept ? View.VISIBLE : View.GONE);
    none.setVisibility(kept ? View.GONE : View.VISIBLE);
  }

  /** Shows what is heard. */
  void show(Playback playback) {
    button.setEnabled(playback.isAvailable());
    button.setIconResource(
        playback.playing() ? R.drawable.ic_session_pause : R.drawable.ic_session_play);
    button.setContentDescription(
        button
            .getContext()
            .getString(playback.playing() ? R.string.session_pause : R.string.session_play));
    slider.setEnabled(playback.isAvailable());
    // A slider must not be empty.
    float length = (float) Math.max(playback.length(), 1);
    if (!sliding) {
      slider.setValueTo(Math.max(length, slider.getValue()));
      slider.setValue((float) Math.min(playback.seconds(), length));
      slider.setValueTo(length);
    }
    String at = words.clock(playback.seconds());
    String of = words.clock(playback.length());
    time.setText(time.getContext().getString(R.string.session_position_of, at, of));
    time.setContentDescription(
        time.getContext().getString(R.string.session_position_spoken, at, of));
  }
}
