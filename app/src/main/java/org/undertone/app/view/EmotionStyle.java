// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import androidx.annotation.ColorRes;
import androidx.annotation.DrawableRes;
import androidx.annotation.StringRes;
import java.util.ArrayList;
import java.util.List;
import org.undertone.app.R;
import org.undertone.ser.Emotion;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.DriverState;
import org.undertone.ser.timeline.Verdict;

/**
 * How a label looks: a word, a colour and a shape, so that none has to be told by its colour alone;
 * immutable. The shape is a single-coloured drawable of 24 dp, to be tinted.
 *
 * @param name its word
 * @param color its colour, for areas; words on it or beside it have the theme's own colour
 * @param shape its shape
 */
public record EmotionStyle(@StringRes int name, @ColorRes int color, @DrawableRes int shape) {
  /** Speech that no emotion fits well enough. */
  public static final EmotionStyle UNSURE =
      new EmotionStyle(
          R.string.emotion_unsure, R.color.emotion_unsure, R.drawable.ic_emotion_unsure);

  /** Too little speech. */
  public static final EmotionStyle NO_SPEECH =
      new EmotionStyle(
          R.string.emotion_no_speech, R.color.emotion_no_speech, R.drawable.ic_emotion_no_speech);

  private static final EmotionStyle CALM_NEUTRAL =
      new EmotionStyle(
          R.string.group_calm_neutral, R.color.emotion_calm, R.drawable.ic_emotion_calm);
  private static final EmotionStyle GROUP_CALM =
      new EmotionStyle(R.string.group_calm, R.color.emotion_calm, R.drawable.ic_emotion_calm);
  private static final EmotionStyle GROUP_TENSE =
      new EmotionStyle(R.string.group_tense, R.color.emotion_angry, R.drawable.ic_emotion_angry);
  private static final EmotionStyle GROUP_LOW =
      new EmotionStyle(R.string.group_low, R.color.emotion_sad, R.drawable.ic_emotion_sad);

  /** Returns the style of an emotion. */
  public static EmotionStyle of(Emotion emotion) {
    switch (emotion) {
      case NEUTRAL:
        return new EmotionStyle(
            R.string.emotion_neutral, R.color.emotion_neutral, R.drawable.ic_emotion_neutral);
      case CALM:
        return new EmotionStyle(
            R.string.emotion_calm, R.color.emotion_calm, R.drawable.ic_emotion_calm);
      case HAPPY:
        return new EmotionStyle(
            R.string.emotion_happy, R.color.emotion_happy, R.drawable.ic_emotion_happy);
      case SAD:
        return new EmotionStyle(
            R.string.emotion_sad, R.color.emotion_sad, R.drawable.ic_emotion_sad);
      case ANGRY:
        return new EmotionStyle(
            R.string.emotion_angry, R.color.emotion_angry, R.drawable.ic_emotion_angry);
      case FEARFUL:
        return new EmotionStyle(
            R.string.emotion_fearful, R.color.emotion_fearful, R.drawable.ic_emotion_fearful);
      case DISGUST:
        return new EmotionStyle(
            R.string.emotion_disgust, R.color.emotion_disgust, R.drawable.ic_emotion_disgust);
      case SURPRISED:
        return new EmotionStyle(
            R.string.emotion_surprised, R.color.emotion_surprised, R.drawable.ic_emotion_surprised);
    }
    throw new AssertionError(emotion);
  }

  /** Returns the style of a state, with its emotion where there is one. */
  public static EmotionStyle of(Verdict.State state, Emotion emotion) {
    if (emotion != null) {
      return of(emotion);
    }
    return state == Verdict.State.NO_SPEECH ? NO_SPEECH : UNSURE;
  }

  /** Returns the style of a driver's state. */
  public static EmotionStyle of(DriverState state) {
    switch (state) {
      case CALM:
        return GROUP_CALM;
      case TENSE:
        return GROUP_TENSE;
      case LOW:
        return GROUP_LOW;
      case UNSURE:
        return UNSURE;
    }
    throw new AssertionError(state);
  }

  /** Returns the styles of a scheme's labels, in the order of {@link LabelScheme#labels()}. */
  public static List<EmotionStyle> of(LabelScheme scheme) {
    if (scheme == LabelScheme.FOUR) {
      return List.of(of(Emotion.ANGRY), CALM_NEUTRAL, of(Emotion.HAPPY), of(Emotion.SAD));
    }
    if (scheme == LabelScheme.THREE) {
      return List.of(GROUP_CALM, GROUP_TENSE, GROUP_LOW);
    }
    List<EmotionStyle> styles = new ArrayList<>();
    for (Emotion emotion : Emotion.values()) {
      styles.add(of(emotion));
    }
    return List.copyOf(styles);
  }
}
