// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import org.undertone.ser.feature.MfccSpec;

/** The sound of a clip that is to be changed in several ways. For one thread at a time. */
final class ClipSound {
  private final String id;
  private final Sound sound;
  private final MfccSpec spec;
  private Sound atModelRate;
  private boolean[] speech;

  /** Takes a clip's sound as it was recorded, and the features of the model that is to hear it. */
  ClipSound(String id, Sound sound, MfccSpec spec) {
    this.id = id;
    this.sound = sound;
    this.spec = spec;
  }

  /** Returns the name of the clip, unique across corpora. */
  String id() {
    return id;
  }

  /** Returns the sound as it was recorded. */
  Sound sound() {
    return sound;
  }

  /** Returns the sound at the model's rate. */
  Sound atModelRate() throws IOException {
    if (atModelRate == null) {
      atModelRate = sound.at(spec.sampleRate());
    }
    return atModelRate;
  }

  /** Returns which samples of {@link #atModelRate} are speech, by {@link SpeechPart}. */
  boolean[] speech() throws IOException {
    if (speech == null) {
      speech = SpeechPart.of(atModelRate(), spec);
    }
    return speech;
  }
}
