// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;

/**
 * Tries delegates, and remembers those that failed. A broken driver can end the process, so a mark is
 * kept while one is tried or at work: found at a later start, it tells that the delegate was not closed,
 * and one that ended the process is not tried again. A process can end at work for other reasons, which
 * {@link ProcessHistory} tells apart; a trial takes seconds at most, so there they are not asked for.
 * What is remembered holds for one network on one phone with one release of Android.
 */
final class DelegateTrials {
  private static final String TRIAL = "trial";
  private static final String AT_WORK = "work ";
  private static final String SEPARATOR = "|";

  /** What became of a trial: a classifier, or why there is none. */
  record Trial(
      Optional<EmotionClassifier> classifier,
      Optional<SelfTestResult> result,
      DelegateReason reason,
      String detail) {}

  private final DelegateRuntime runtime;
  private final DelegateMemory memory;
  private final ProcessHistory processes;
  private final String device;

  /** How many classifiers of this process are at work, by the key of their mark. */
  private final Map<String, Integer> atWork = new HashMap<>();

  DelegateTrials(
      DelegateRuntime runtime, DelegateMemory memory, ProcessHistory processes, String device) {
    this.runtime = runtime;
    this.memory = memory;
    this.processes = processes;
    this.device = device;
  }

  /** Tries a delegate; on success, the caller closes the classifier. */
  Trial attempt(ModelFile file, Delegate delegate, SelfTest test) {
    String key = key(file, delegate.setting());
    String kept = memory.get(key);
    if (kept != null && (kept.equals(TRIAL) || endedItsProcess(kept))) {
      kept = DelegateReason.CRASHED.name() + SEPARATOR;
      memory.put(key, kept);
    }
    if (kept != null && !kept.startsWith(AT_WORK)) {
      return remembered(kept);
    }
    memory.put(key, TRIAL);
    Trial trial = attemptNow(file, delegate, test);
    memory.put(key, trial.classifier.isPresent() ? markOf(key) : kept(trial));
    return trial;
  }

  private boolean endedItsProcess(String kept) {
    String process = kept.startsWith(AT_WORK) ? kept.substring(AT_WORK.length()) : "";
    return process.matches("\\d{1,9}") && processes.crashed(Integer.parseInt(process));
  }

  private String markOf(String key) {
    return atWork.containsKey(key) ? AT_WORK + processes.current() : null;
  }

  /** Keeps a mark that a classifier is at work; {@link #closed} takes it away. */
  void atWork(ModelFile file, Delegate delegate) {
    String key = key(file, delegate.setting());
    if (atWork.merge(key, 1, Integer::sum) == 1) {
      memory.put(key, markOf(key));
    }
  }

  /** Takes the mark away, unless another classifier is at work or this one failed. */
  void closed(ModelFile file, Delegate delegate) {
    String key = key(file, delegate.setting());
    Integer left = atWork.computeIfPresent(key, (k, open) -> open == 1 ? null : open - 1);
    String kept = memory.get(key);
    if (left == null && kept != null && kept.startsWith(AT_WORK)) {
      memory.put(key, null);
    }
  }

  /** Closes what passed a trial and is not used; to close it runs the driver, too. */
  void close(ModelFile file, Delegate delegate, EmotionClassifier tried) {
    atWork(file, delegate);
    tried.close();
    closed(file, delegate);
  }

  private Trial attemptNow(ModelFile file, Delegate delegate, SelfTest test) {
    EmotionClassifier classifier = null;
    boolean keep = false;
    try {
      classifier = runtime.open(file, delegate);
      SelfTestResult result = test.run(delegate, classifier);
      keep = result.passed();
      return keep
          ? new Trial(Optional.of(classifier), Optional.of(result), DelegateReason.AS_REQUESTED, "")
          : new Trial(
              Optional.empty(),
              Optional.of(result),
              DelegateReason.SELF_TEST_FAILED,
              describe(result));
    } catch (DelegateException e) {
      return failed(e.reason(), e);
    } catch (LinkageError e) {
      return failed(DelegateReason.LIBRARY_MISSING, e);
    } catch (ModelRefusedException | RuntimeException | Error e) {
      return failed(DelegateReason.FAILED, e);
    } finally {
      if (classifier != null && !keep) {
        classifier.close();
      }
    }
  }

  private static Trial failed(DelegateReason reason, Throwable cause) {
    return new Trial(Optional.empty(), Optional.empty(), reason, cause.toString());
  }

  private static String describe(SelfTestResult result) {
    return String.format(
        Locale.ROOT, "%s, largest difference %.4f", result.reason(), result.maxDifference());
  }

  private static Trial remembered(String kept) {
    int end = kept.indexOf(SEPARATOR);
    DelegateReason reason = DelegateReason.FAILED;
    for (DelegateReason known : DelegateReason.values()) {
      if (end >= 0 && known.name().equals(kept.substring(0, end))) {
        reason = known;
      }
    }
    return new Trial(Optional.empty(), Optional.empty(), reason, kept.substring(end + 1));
  }

  /** Remembers that a delegate which had passed the trial failed at work: it is not tried again. */
  void setFailed(ModelFile file, Delegate delegate, RuntimeException failure) {
    memory.put(key(file, delegate.setting()), kept(failed(DelegateReason.FAILED, failure)));
  }

  private static String kept(Trial trial) {
    return trial.reason.name() + SEPARATOR + trial.detail;
  }

  /** Returns which delegate was found the fastest before; empty if none was looked for. */
  Optional<Delegate> fastest(ModelFile file) {
    return Optional.ofNullable(memory.get(key(file, Delegate.AUTOMATIC.setting())))
        .map(Delegate::ofSetting)
        .filter(delegate -> delegate != Delegate.AUTOMATIC);
  }

  /** Remembers which delegate is the fastest. */
  void setFastest(ModelFile file, Delegate delegate) {
    memory.put(key(file, Delegate.AUTOMATIC.setting()), delegate.setting());
  }

  /** Forgets all but what is at work, so that all is tried again. */
  void forget() {
    memory.clear();
    atWork.keySet().forEach(key -> memory.put(key, markOf(key)));
  }

  private String key(ModelFile file, String what) {
    return file.networkHash() + SEPARATOR + device + SEPARATOR + what;
  }
}
