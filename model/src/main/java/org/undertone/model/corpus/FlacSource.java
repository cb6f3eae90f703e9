// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import org.jflac.ChannelData;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.undertone.ser.audio.AudioSource;

/**
 * Sound out of a FLAC file, frame by frame; several channels are averaged. Holds one frame. For one thread at a time.
 *
 * <p>jFLAC passes over damage (it sets the frame to zero or looks for the next one); here damage ends in an
 * {@link IOException}, and so does a file that ends early.
 */
public final class FlacSource implements AudioSource {
  private static final int BUFFER_BYTES = 1 << 14;

  private final InputStream in;
  private final FlacHeader header;
  private final FLACDecoder decoder;
  private final float scale;
  private String damage = "";
  private long decoded;
  private int position;
  private int blockSize;

  /**
   * Reads the header. The stream is closed with this source, not if this fails.
   *
   * @throws IOException if the stream is not FLAC, is damaged, or has more than 24 bits per sample
   */
  public FlacSource(InputStream in) throws IOException {
    this.in = new BufferedInputStream(in, BUFFER_BYTES);
    this.header = FlacHeader.read(this.in);
    this.scale = 1f / (header.channels() * (float) (1 << (header.bits() - 1)));
    this.decoder =
        new FLACDecoder(
            new SequenceInputStream(
                new ByteArrayInputStream(header.bare()), new FlacFrames(this.in)));
    decoder.addFrameListener(new DamageListener());
    decoder.readMetadata();
  }

  @Override
  public int sampleRate() {
    return header.sampleRate();
  }

  @Override
  public int read(float[] samples, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, samples.length);
    if (length == 0) {
      return 0;
    }
    if (position == blockSize && !nextFrame()) {
      return -1;
    }
    int count = Math.min(length, blockSize - position);
    ChannelData[] channels = decoder.getChannelData();
    for (int i = 0; i < count; i++) {
      long sum = 0;
      for (int channel = 0; channel < header.channels(); channel++) {
        sum += channels[channel].getOutput()[position + i];
      }
      samples[offset + i] = sum * scale;
    }
    position += count;
    return count;
  }

  private boolean nextFrame() throws IOException {
    long total = header.totalSamples();
    if (total > 0 && decoded >= total) {
      return false;
    }
    Frame frame = decode();
    if (!damage.isEmpty() || decoder.getBadFrames() > 0) {
      throw damaged(damage.isEmpty() ? "a frame that cannot be decoded" : damage, null);
    }
    if (frame == null) {
      if (total > 0) {
        throw damaged("it ends after " + decoded + " of " + total + " samples", null);
      }
      return false;
    }
    if (frame.header.channels != header.channels() || frame.header.bitsPerSample != header.bits()) {
      throw damaged("a frame of another form than its header states", null);
    }
    position = 0;
    blockSize = frame.header.blockSize;
    decoded += blockSize;
    return blockSize > 0 || nextFrame();
  }

  /** Damage shows in jFLAC as an index out of bounds as well as in its own exceptions. */
  private Frame decode() throws IOException {
    try {
      return decoder.readNextFrame();
    } catch (IOException | RuntimeException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private IOException damaged(String what, Exception cause) {
    return new IOException("damaged FLAC after " + decoded + " samples: " + what, cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Keeps the first error that jFLAC would pass over. */
  private final class DamageListener implements FrameListener {
    @Override
    public void processMetadata(Metadata metadata) {}

    @Override
    public void processFrame(Frame frame) {}

    @Override
    public void processError(String message) {
      if (damage.isEmpty()) {
        damage = message;
      }
    }
  }
}
