// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.VoiceProfile;

/**
 * Judges the clips of each speaker with voice profiles of several sizes. A profile hears the first
 * clips of the speaker in an order drawn from the seed, without their labels, and learns nothing from
 * the clips that it is tested on. All sizes test the same clips of a speaker: those that the largest
 * profile that leaves any has not heard. The size {@link ProfileSizes#ALL} hears all of the
 * speaker's clips, those that are tested among them, which is transductive.
 */
final class ProfileTest {
  private final EmotionRecognizer recognizer;
  private final ProfileSizes sizes;
  private final long seed;
  private final Map<String, Prediction> strangers = new HashMap<>();
  private final SortedMap<Integer, List<Prediction>> bySize = new TreeMap<>();
  private final List<Prediction> single = new ArrayList<>();

  /**
   * Prepares a test.
   *
   * @param strangers the predictions without a profile of all clips to test, whose folds count here, too
   */
  ProfileTest(
      EmotionRecognizer recognizer, ProfileSizes sizes, long seed, List<Prediction> strangers) {
    this.recognizer = recognizer;
    this.sizes = sizes;
    this.seed = seed;
    strangers.forEach(one -> this.strangers.put(one.clip(), one));
  }

  /**
   * Tests all speakers.
   *
   * @param tested the clips to test
   * @param enrolment as in {@link Fold#enrolment}
   * @param progress hears of every speaker
   * @throws IOException if a clip cannot be read
   */
  void run(List<Clip> tested, List<Clip> enrolment, Progress progress) throws IOException {
    Map<String, List<Clip>> speakers = bySpeaker(tested);
    Map<String, List<Clip>> apart = bySpeaker(enrolment);
    int done = 0;
    for (Map.Entry<String, List<Clip>> speaker : speakers.entrySet()) {
      speaker(
          speaker.getKey(), speaker.getValue(), apart.getOrDefault(speaker.getKey(), List.of()));
      progress.at(++done, speakers.size());
    }
  }

  private static Map<String, List<Clip>> bySpeaker(List<Clip> clips) {
    Map<String, List<Clip>> bySpeaker = new LinkedHashMap<>();
    for (Clip clip : clips) {
      bySpeaker.computeIfAbsent(clip.speaker(), name -> new ArrayList<>()).add(clip);
    }
    return bySpeaker;
  }

  private void speaker(String name, List<Clip> tested, List<Clip> apart) throws IOException {
    List<Clip> order = new ArrayList<>(apart.isEmpty() ? tested : apart);
    Collections.shuffle(order, new Random(seed * 31 + name.hashCode()));
    int most = apart.isEmpty() ? order.size() - 1 : order.size();
    SortedMap<Integer, VoiceProfile> profiles = enrol(order, most);
    int reserve = profiles.isEmpty() ? 0 : profiles.lastKey();
    List<Clip> rest = apart.isEmpty() ? order.subList(reserve, order.size()) : tested;
    for (Map.Entry<Integer, VoiceProfile> profile : profiles.entrySet()) {
      int size = profile.getKey();
      if (size > 0) {
        List<Prediction> judged = judge(rest, profile.getValue());
        bySize.computeIfAbsent(size, key -> new ArrayList<>()).addAll(judged);
        if (size == sizes.single()) {
          // The report's one number tests all that this profile has not heard.
          single.addAll(
              apart.isEmpty()
                  ? judge(order.subList(size, reserve), profile.getValue())
                  : List.of());
          single.addAll(judged);
        }
      } else {
        List<Prediction> without = rest.stream().map(clip -> strangers.get(clip.id())).toList();
        bySize.computeIfAbsent(0, key -> new ArrayList<>()).addAll(without);
      }
    }
    if (sizes.sizes().contains(ProfileSizes.ALL)) {
      VoiceProfile whole = new VoiceProfile(recognizer.spec());
      for (List<Clip> clips : List.of(tested, apart)) {
        for (Clip clip : clips) {
          whole.addAll(heard(clip));
        }
      }
      bySize
          .computeIfAbsent(ProfileSizes.ALL, key -> new ArrayList<>())
          .addAll(judge(tested, whole));
    }
  }

  /** Returns a profile for each size that leaves a clip, nested: a larger one heard more clips. */
  private SortedMap<Integer, VoiceProfile> enrol(List<Clip> order, int most) throws IOException {
    SortedMap<Integer, VoiceProfile> profiles = new TreeMap<>();
    VoiceProfile growing = new VoiceProfile(recognizer.spec());
    int heard = 0;
    for (int size : sizes.numbers()) {
      if (size > most) {
        break;
      }
      for (; heard < size; heard++) {
        growing.addAll(heard(order.get(heard)));
      }
      profiles.put(size, growing.copy());
    }
    return profiles;
  }

  private VoiceProfile heard(Clip clip) throws IOException {
    VoiceProfile own = new VoiceProfile(recognizer.spec());
    try (AudioSource source = clip.open()) {
      recognizer.classify(source, own, true);
    }
    return own;
  }

  private List<Prediction> judge(List<Clip> clips, VoiceProfile profile) throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (Clip clip : clips) {
      try (AudioSource source = clip.open()) {
        predictions.add(
            ClipTest.prediction(
                clip,
                strangers.get(clip.id()).fold(),
                recognizer.classify(source, profile, false)));
      }
    }
    return predictions;
  }

  /** Returns the predictions of each size; sizes that leave no clip of any speaker are not there. */
  SortedMap<Integer, List<Prediction>> bySize() {
    return bySize;
  }

  /** Returns the predictions of {@link ProfileSizes#single()} on all clips that it has not heard. */
  List<Prediction> single() {
    return single;
  }
}
