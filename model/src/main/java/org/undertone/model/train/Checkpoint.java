// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.SequentialBlock;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.undertone.model.Digests;

/**
 * The state of a training after an epoch: weights, batch statistics, optimiser. A file is replaced
 * whole, so that a killed process leaves the last complete one.
 */
final class Checkpoint {
  private static final int MAGIC = 0x55544332;

  private final Path file;
  private final String fingerprint;
  private final SequentialBlock network;
  private final AdamW optimizer;

  Checkpoint(Path file, String fingerprint, SequentialBlock network, AdamW optimizer) {
    this.file = file;
    this.fingerprint =
        Digests.sha256Hex(fingerprint.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    this.network = network;
    this.optimizer = optimizer;
  }

  /**
   * Takes up the kept state.
   *
   * @return the last complete epoch, 0 if there is none
   * @throws IOException if the file is damaged or of another recipe or other clips
   */
  int load() throws IOException {
    if (file == null || !Files.exists(file)) {
      return 0;
    }
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32());
    try (DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it is no checkpoint");
      }
      if (!in.readUTF().equals(fingerprint)) {
        throw new IOException("it is of another recipe, seed or other clips");
      }
      int epoch = in.readInt();
      for (var pair : network.getParameters()) {
        NDArray array = pair.getValue().getArray();
        array.set(FloatArrays.read(in, (int) array.size()));
      }
      optimizer.read(in);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException("its checksum is wrong");
      }
      return epoch;
    } catch (EOFException e) {
      throw refused("it is cut short", e);
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private IOException refused(String why, IOException cause) {
    return new IOException(
        "cannot resume from " + file + ": " + why + "; delete it to start anew", cause);
  }

  void save(int epoch) throws IOException {
    if (file == null) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path whole = file.resolveSibling(file.getFileName() + ".part");
    CheckedOutputStream checked =
        new CheckedOutputStream(
            new BufferedOutputStream(Files.newOutputStream(whole)), new CRC32());
    try (DataOutputStream out = new DataOutputStream(checked)) {
      out.writeInt(MAGIC);
      out.writeUTF(fingerprint);
      out.writeInt(epoch);
      for (var pair : network.getParameters()) {
        FloatArrays.write(out, pair.getValue().getArray().toFloatArray());
      }
      optimizer.write(out);
      out.writeLong(checked.getChecksum().getValue());
    }
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
