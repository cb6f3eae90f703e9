// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/**
 * How much a voice profile has heard; immutable.
 *
 * @param speechSeconds seconds of speech
 * @param maturity share of the person's mean answer that is taken out, 0 to 1
 */
record HeardVoice(double speechSeconds, double maturity) {
  static HeardVoice of(VoiceProfile profile, ModelSpec spec) {
    return new HeardVoice(profile.frames() * spec.mfcc().hopSeconds(), profile.maturity());
  }
}
