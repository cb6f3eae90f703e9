// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.util.Log;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;

/**
 * Keeps listening: notices when nothing is heard, says so, opens the microphone again when that helps,
 * and says when samples come again. For the judging thread.
 *
 * <ul>
 *   <li><b>Call</b> (by the mode of the audio system): the microphone is let go, since a call needs it
 *       and is not to be listened to, and opened again afterwards.
 *   <li><b>Taken</b> by another app, which the system tells: it stays open; the zeros that come are
 *       dropped.
 *   <li><b>Silent:</b> after a second of exact zeros, which counts as heard, further ones are dropped.
 *   <li><b>Route changed:</b> it is opened again, because the new device may want another rate.
 *   <li><b>Read error:</b> it is opened again as {@link Backoff} says; then given up.
 * </ul>
 */
final class MicrophoneGuard {
  /** Told on the judging thread. */
  interface Listener {
    /** Samples were heard; the array is reused. */
    void onSamples(float[] samples, int length, int sampleRate, long readNanos);

    /** Samples were read but came too fast to be judged. */
    void onLost(double seconds);

    /** From now on nothing is heard, or for one more reason. */
    void onInterrupted(EventKind cause);

    /** Samples come again, after so many seconds by the clock. */
    void onResumed(double gapSeconds);

    /** It cannot go on. */
    void onGivenUp(EndReason reason, String why);
  }

  /** Blocks handed on before the caller may look at other things. */
  private static final int BLOCKS_AT_ONCE = 25;

  private final MicrophoneOpener opener;
  private final int modelRate;
  private final CallWatch calls;
  private final LongSupplier elapsedMillis;
  private final Runnable wake;
  private final Runnable routed;
  private final Listener listener;
  private final Interruptions interruptions = new Interruptions();
  private final DigitalSilence silence = new DigitalSilence();
  private final Backoff backoff = new Backoff();
  private final SampleRing.BlockSink toHear = this::hear;
  private Microphone microphone;
  private boolean taken;
  private long heardSinceGap;

  /**
   * Prepares.
   *
   * @param parts opener, clock and the check for calls
   * @param wake see {@link Microphone}
   * @param routed see {@link Microphone}
   */
  MicrophoneGuard(
      SessionParts parts, int modelRate, Runnable wake, Runnable routed, Listener listener) {
    opener = parts.microphones();
    calls = new CallWatch(parts.callOn());
    elapsedMillis = parts.elapsedMillis();
    this.modelRate = modelRate;
    this.wake = wake;
    this.routed = routed;
    this.listener = listener;
  }

  /**
   * Opens the microphone at the start. During a call it stays closed: {@link #work} then says so, and
   * opens it afterwards.
   *
   * @param cancelled whether it is not wanted any more; it may then stay closed
   * @throws MicrophoneException if it cannot be had, also after a moment
   */
  void open(BooleanSupplier cancelled) throws MicrophoneException {
    if (!calls.ask()) {
      microphone = opener.openPatiently(modelRate, wake, routed, cancelled);
    }
  }

  /** Does what there is to do; returns whether there may be more at once. */
  boolean work() {
    checkCall();
    if (microphone == null) {
      return reopen();
    }
    boolean moreMayCome = microphone.isReading();
    int blocks = 0;
    while (blocks < BLOCKS_AT_ONCE && microphone.ring().poll(toHear)) {
      blocks++;
    }
    if (blocks == 0 && !moreMayCome) {
      String failure = microphone.failure();
      close();
      // The time of the failure, not of when it has been told.
      long now = elapsedMillis.getAsLong();
      interrupt(EventKind.READ_ERROR);
      failed(failure, now);
    }
    return blocks > 0;
  }

  private void checkCall() {
    boolean wasOn = calls.isOn();
    if (!calls.askIfDue()) {
      return;
    }
    if (wasOn && !calls.isOn()) {
      // Nobody tried during the call: its length does not count as failing.
      backoff.forget();
    }
    if (calls.isOn() && !interruptions.has(EventKind.CALL)) {
      close();
      interrupt(EventKind.CALL);
    }
  }

  private boolean reopen() {
    if (calls.isOn() || !backoff.isDue(elapsedMillis.getAsLong())) {
      return false;
    }
    try {
      microphone = opener.open(modelRate, wake, routed);
      taken = false;
      return true;
    } catch (MicrophoneException e) {
      long now = elapsedMillis.getAsLong();
      interrupt(EventKind.READ_ERROR);
      failed(e.getMessage(), now);
      return false;
    }
  }

  private void failed(String why, long now) {
    Log.w("Undertone", "the microphone failed: " + why);
    backoff.failed(now);
    if (!opener.isPermitted()) {
      listener.onGivenUp(EndReason.PERMISSION_REVOKED, why);
    } else if (backoff.isExhausted(now)) {
      listener.onGivenUp(EndReason.MICROPHONE_LOST, why);
    }
  }

  private void hear(float[] samples, int length, long readNanos, int lost) {
    boolean zero = DigitalSilence.isZero(samples, length);
    if (taken || (zero && interruptions.has(EventKind.MICROPHONE_SILENT))) {
      return;
    }
    if (interruptions.any()) {
      listener.onResumed(interruptions.end(elapsedMillis.getAsLong()));
      heardSinceGap = 0;
    } else if (lost > 0) {
      listener.onLost((double) lost / microphone.sampleRate());
    }
    int rate = microphone.sampleRate();
    listener.onSamples(samples, length, rate, readNanos);
    heardSinceGap += length;
    if (heardSinceGap >= rate) {
      backoff.forget();
    }
    if (silence.add(zero, length, rate)) {
      interrupt(EventKind.MICROPHONE_SILENT);
    }
  }

  private void interrupt(EventKind cause) {
    if (interruptions.add(cause, elapsedMillis.getAsLong())) {
      silence.restart();
      listener.onInterrupted(cause);
    }
  }

  /** The system says whom it keeps from hearing: the audio sessions of recordings. */
  void silencedChanged(Set<Integer> audioSessions) {
    if (microphone != null) {
      boolean now = audioSessions.contains(microphone.audioSessionId());
      if (now && !taken) {
        interrupt(EventKind.MICROPHONE_TAKEN);
      }
      taken = now;
    }
  }

  /** An audio device came or went: where the system does not tell the one in use, it may be that. */
  void routeChanged() {
    if (microphone != null && (microphone.isRerouted() || !microphone.isDeviceKnown())) {
      changeRoute();
    }
  }

  /** Samples may come from another device, or from the first one: every opening brings this news. */
  void rerouted() {
    if (microphone != null && microphone.isRerouted()) {
      changeRoute();
    }
  }

  private void changeRoute() {
    close();
    interrupt(EventKind.ROUTE_CHANGED);
  }

  /** Returns why nothing is heard, or null if something is. */
  EventKind interruption() {
    return interruptions.weightiest();
  }

  /** Lets the microphone go; what was read before is still handed on. */
  void close() {
    if (microphone != null) {
      microphone.close();
      boolean more = true;
      while (more) {
        more = microphone.ring().poll(toHear);
      }
      microphone = null;
    }
  }

  /** Lets the microphone go at once; what was read before is dropped. */
  void abandon() {
    if (microphone != null) {
      microphone.close();
      microphone = null;
    }
  }
}
