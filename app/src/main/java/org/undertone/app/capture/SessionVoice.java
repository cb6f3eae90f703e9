// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.util.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.undertone.app.infer.ProfileStore;
import org.undertone.app.settings.Settings;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/**
 * The voice profile of a session: loaded when it starts, learnt from what is heard, saved every minute
 * and at the end. Where the user does not want that, an empty one that is neither read nor kept. For the
 * judging thread.
 */
final class SessionVoice {
  private static final double SAVE_SECONDS = 60;

  private final ProfileStore store;
  private final String name;
  private final boolean learning;
  private final VoiceProfile profile;
  private double savedAt;
  private long savedFrames;

  /** Loads the profile of the settings' name. */
  SessionVoice(ProfileStore store, Settings settings, ModelSpec spec) {
    this.store = store;
    name = settings.profileName();
    VoiceProfile loaded = settings.profileEnabled() ? load(store, name, spec) : null;
    learning = loaded != null;
    profile = learning ? loaded : new VoiceProfile(spec);
    savedFrames = profile.frames();
  }

  /** Returns null if it cannot be read now: what is stored must not be overwritten then. */
  private static VoiceProfile load(ProfileStore store, String name, ModelSpec spec) {
    try {
      return store.load(name, spec);
    } catch (UncheckedIOException e) {
      Log.w("Undertone", "the voice profile cannot be read, going on without", e);
      return null;
    }
  }

  /** Returns whose voice it is; empty for the only user's or nobody's. */
  String name() {
    return learning ? name : "";
  }

  /** Returns whether it learns. */
  boolean isLearning() {
    return learning;
  }

  /** Returns the profile. */
  VoiceProfile profile() {
    return profile;
  }

  /** Saves if the last time was a minute of audio ago. */
  void saveNowAndThen(double heardSeconds) {
    if (heardSeconds - savedAt >= SAVE_SECONDS) {
      savedAt = heardSeconds;
      save();
    }
  }

  /** Saves what was learnt, if anything; the session does not fail if that fails. */
  void save() {
    if (learning && profile.frames() > savedFrames) {
      try {
        store.save(name, profile);
        savedFrames = profile.frames();
      } catch (IOException e) {
        Log.w("Undertone", "the voice profile cannot be saved", e);
      }
    }
  }
}
