// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;
import org.undertone.ser.audio.AudioSource;

/** Opens microphones through Java Sound. */
final class SoundCards {
  /** 16 kHz is what models hear; the others are what sound cards have. */
  private static final int[] RATES = {16_000, 48_000, 44_100};

  private static final int MAX_CHANNELS = 2;

  /** A twentieth of a second a read: little delay, few calls. */
  private static final int READS_PER_SECOND = 20;

  private SoundCards() {}

  /** Returns the names of the devices that record. */
  static List<String> names() {
    return mixers().stream().map(Mixer.Info::getName).collect(Collectors.toList());
  }

  private static List<Mixer.Info> mixers() {
    List<Mixer.Info> recording = new ArrayList<>();
    DataLine.Info wanted = new DataLine.Info(TargetDataLine.class, null);
    for (Mixer.Info info : AudioSystem.getMixerInfo()) {
      if (AudioSystem.getMixer(info).isLineSupported(wanted)) {
        recording.add(info);
      }
    }
    return recording;
  }

  /**
   * Starts to record.
   *
   * @param device part of a device's name, in any case, or null for the first device that works
   * @throws CommandException if there is none, or none takes one of the formats
   */
  static AudioSource open(String device) throws CommandException {
    List<Mixer.Info> mixers = mixers();
    if (device != null) {
      String sought = device.toLowerCase(Locale.ROOT);
      mixers.removeIf(info -> !info.getName().toLowerCase(Locale.ROOT).contains(sought));
    }
    if (mixers.isEmpty()) {
      throw new CommandException(
          device == null
              ? "no device that records was found: pipe samples in with --stdin"
              : "no device that records is called \""
                  + device
                  + "\": see ser listen --list-devices");
    }
    LineUnavailableException busy = null;
    for (Mixer.Info mixer : mixers) {
      for (AudioFormat format : formats()) {
        DataLine.Info line = new DataLine.Info(TargetDataLine.class, format);
        if (AudioSystem.getMixer(mixer).isLineSupported(line)) {
          try {
            return start((TargetDataLine) AudioSystem.getMixer(mixer).getLine(line), format);
          } catch (LineUnavailableException e) {
            busy = e;
          }
        }
      }
    }
    if (busy != null) {
      throw new CommandException("the device cannot be opened: " + busy.getMessage(), busy);
    }
    throw new CommandException(
        "the device offers neither 16, 48 nor 44.1 kHz with 16 bits: choose another with --device");
  }

  private static List<AudioFormat> formats() {
    List<AudioFormat> formats = new ArrayList<>();
    for (int rate : RATES) {
      for (int channels = 1; channels <= MAX_CHANNELS; channels++) {
        formats.add(new AudioFormat(rate, 16, channels, true, false));
      }
    }
    return formats;
  }

  private static AudioSource start(TargetDataLine line, AudioFormat format)
      throws LineUnavailableException {
    int rate = (int) format.getSampleRate();
    // A second may wait: nothing is lost while the JVM is busy.
    line.open(format, rate * format.getFrameSize());
    line.start();
    return new PcmSource(
        new AudioInputStream(line),
        rate,
        format.getChannels(),
        rate / READS_PER_SECOND,
        line::close);
  }
}
