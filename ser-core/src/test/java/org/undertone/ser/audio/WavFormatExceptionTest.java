// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.undertone.ser.audio.WavBytes.OPEN;
import static org.undertone.ser.audio.WavBytes.fmtContent;
import static org.undertone.ser.audio.WavBytes.int16;
import static org.undertone.ser.audio.WavBytes.riff;
import static org.undertone.ser.audio.WavFormatException.Kind;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavFormatExceptionTest {

  @Test
  void namesWhatIsNotRiff() {
    refused(WavBytes.form("OggS", "WAVE"), Kind.NOT_RIFF, 0, "\"OggS\"");
    refused(WavBytes.form("RIFX", "WAVE"), Kind.NOT_RIFF, 0, "big-endian");
    refused(WavBytes.form("\0\1\2\377", "WAVE"), Kind.NOT_RIFF, 0, "bytes 00 01 02 FF");
  }

  @Test
  void namesWhatIsNotWave() {
    refused(WavBytes.form("RIFF", "AVI "), Kind.NOT_WAVE, 8, "\"AVI \"");
  }

  @Test
  void tellsWhereTheHeaderEnds() {
    byte[] whole = riff().chunk("LIST", new byte[5]).fmt(1, 1, 8000, 16).bytes();
    int endOfList = 12 + 8 + 6;
    for (int length = 0; length < whole.length; length++) {
      WavBytes part = new WavBytes().raw(Arrays.copyOf(whole, length));
      boolean betweenChunks = length == 12 || length == endOfList;
      refused(part, betweenChunks ? Kind.NO_FORMAT : Kind.HEADER_ENDS_EARLY, length, "ends");
    }
  }

  @Test
  void namesMissingChunks() {
    refused(riff().chunk("LIST", new byte[4]), Kind.NO_FORMAT, 24, "without a fmt chunk");
    refused(riff().fmt(1, 1, 8000, 16), Kind.NO_DATA, 36, "without a data chunk");
  }

  @Test
  void refusesDataBeforeTheFormat() {
    refused(
        riff().chunk("data", int16(1)).fmt(1, 1, 8000, 16), Kind.DATA_BEFORE_FORMAT, 12, "before");
  }

  @Test
  void refusesASecondFormat() {
    WavBytes twice = riff().fmt(1, 1, 8000, 16).fmt(1, 2, 8000, 16).chunk("data");
    refused(twice, Kind.SECOND_FORMAT, 36, "second fmt");
  }

  @Test
  void refusesUnprintableChunkNames() {
    WavBytes unpadded = riff().chunkOfSize("LIST", 2).raw((byte) 1).fmt(1, 1, 8000, 16);
    refused(unpadded.chunk("data"), Kind.BAD_CHUNK_ID, 22, "pad byte");
  }

  @Test
  void refusesHugeChunksWithoutRoomForThem() {
    refused(
        riff().chunkOfSize("LIST", OPEN, new byte[10]),
        Kind.HEADER_ENDS_EARLY,
        30,
        "\"LIST\" of 4294967295 bytes");
    refused(
        riff().chunkOfSize("fmt ", OPEN, new byte[100]),
        Kind.HEADER_ENDS_EARLY,
        120,
        "fmt chunk of 4294967295 bytes");
  }

  @Test
  void refusesFormatsThatAreTooShort() {
    refused(riff().chunk("fmt ", new byte[14]), Kind.FORMAT_TOO_SHORT, 20, "14 bytes");
    byte[] extensible = Arrays.copyOf(fmtContent(0xFFFE, 1, 8000, 2, 16), 18);
    refused(riff().chunk("fmt ", extensible), Kind.FORMAT_TOO_SHORT, 20, "at least 40");
  }

  @ParameterizedTest
  @CsvSource({
    "2,0x0002 (Microsoft ADPCM)",
    "6,0x0006 (A-law)",
    "7,0x0007 (mu-law)",
    "17,0x0011 (IMA ADPCM)",
    "49,0x0031 (GSM 6.10)",
    "85,0x0055 (MP3)",
    "4660,0x1234 (unknown"
  })
  void namesUnsupportedEncodings(int tag, String name) {
    refused(riff().fmt(tag, 1, 8000, 8), Kind.UNSUPPORTED_ENCODING, 20, name);
    refused(riff().extensible(tag, 1, 8000, 8), Kind.UNSUPPORTED_ENCODING, 44, name);
  }

  @Test
  void namesUnknownGuids() {
    byte[] bytes = riff().extensible(1, 1, 8000, 16).bytes();
    bytes[50] ^= 1;
    refused(new WavBytes().raw(bytes), Kind.UNSUPPORTED_ENCODING, 44, "GUID");
    refused(riff().extensible(0xFFFE, 1, 8000, 16), Kind.UNSUPPORTED_ENCODING, 44, "extensible");
  }

  @ParameterizedTest
  @CsvSource({"1,0", "1,12", "1,20", "1,64", "3,16", "3,24"})
  void refusesUnsupportedBits(int tag, int bits) {
    refused(riff().fmt(tag, 1, 8000, bits), Kind.UNSUPPORTED_BITS, 34, bits + " bits");
  }

  @Test
  void refusesNoneOrTooManyChannels() {
    refused(riff().fmt(1, 0, 8000, 16), Kind.NO_CHANNELS, 22, "no channels");
    refused(riff().fmt(1, 9, 8000, 16), Kind.TOO_MANY_CHANNELS, 22, "9 channels");
    refused(riff().fmt(1, 65535, 8000, 16), Kind.TOO_MANY_CHANNELS, 22, "65535 channels");
  }

  @Test
  void refusesImpossibleRates() {
    refused(riff().fmt(1, 1, 0, 16), Kind.BAD_SAMPLE_RATE, 24, "0 Hz");
    refused(riff().fmt(1, 1, -1, 16), Kind.BAD_SAMPLE_RATE, 24, "4294967295 Hz");
  }

  @Test
  void refusesFramesOfAnotherSize() {
    WavBytes file = riff().chunk("fmt ", fmtContent(1, 2, 8000, 8, 24));
    refused(file, Kind.BLOCK_ALIGN_MISMATCH, 32, "frames of 8 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF64", "BW64"})
  void refuses64BitFilesWithoutASensibleDs64(String riff) {
    WavBytes none = WavBytes.form(riff, "WAVE").fmt(1, 1, 8000, 16).chunk("data", int16(1));
    refused(none, Kind.BAD_DS64, 12, "\"fmt \" of 16 bytes");
    refused(WavBytes.form(riff, "WAVE").chunk("ds64", new byte[8]), Kind.BAD_DS64, 12, "8 bytes");
    refused(WavBytes.form(riff, "WAVE").ds64(-2), Kind.BAD_DS64, 28, "18446744073709551614");
  }

  private static void refused(WavBytes file, Kind kind, long offset, String found) {
    WavFormatException e = catchThrowableOfType(WavFormatException.class, file::reader);
    assertThat(e).isNotNull().hasMessageContaining(found);
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.offset()).isEqualTo(offset);
  }
}
