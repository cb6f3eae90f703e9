// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole APK: packed, aligned, signed, and looked at as a device would. */
class ApkTest {
  private static final String NATIVE = "lib/arm64-v8a/libtiny.so";

  @TempDir private static Path common;
  private static TinyApp app;
  private static AarLibrary library;
  private static List<Path> dex;

  @TempDir Path folder;

  @BeforeAll
  static void compileApp() throws Exception {
    app = new TinyApp(common);
    library = app.library();
    dex =
        new DexBuilder(app.program(library), 26, new SystemStreamLog())
            .build(common.resolve("dex"));
  }

  @Test
  void theApkIsAlignedSignedAndWhatTheManifestSays() throws Exception {
    Path apk = build(true, List.of("arm64-v8a", "x86_64"), false);
    ApkChecks.check(apk, 26, 35, true);
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      assertThat(zip.getEntry("lib/x86_64/libtiny.so")).isNotNull();
      assertThat(zip.getEntry("META-INF/services/java.lang.Runnable")).isNotNull();
      assertThat(zip.getEntry(NATIVE).getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(zip.getEntry("resources.arsc").getMethod()).isEqualTo(ZipEntry.STORED);
    }
    assertThat(offset(apk, NATIVE) % 16384).isZero();
    assertThat(offset(apk, "resources.arsc") % 4).isZero();
  }

  @Test
  void oneAbiIsPackedAloneAndLibrariesMayBeCompressed() throws Exception {
    Path apk = build(false, List.of("arm64-v8a"), true);
    ApkChecks.check(apk, 26, 35, false);
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      assertThat(zip.getEntry("lib/x86_64/libtiny.so")).isNull();
      assertThat(zip.getEntry(NATIVE).getMethod()).isEqualTo(ZipEntry.DEFLATED);
    }
  }

  @Test
  void everythingThatIsNotAsAskedForIsNamed() throws Exception {
    Path apk = build(true, List.of("arm64-v8a"), false);
    assertThatThrownBy(() -> ApkChecks.check(apk, 24, 34, false))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("minSdkVersion is 26, not 24")
        .hasMessageContaining("targetSdkVersion is 35, not 34")
        .hasMessageContaining("debuggable is true, not false");
  }

  @Test
  void anApkThatWasChangedAfterSigningIsRefused() throws Exception {
    Path apk = build(true, List.of("arm64-v8a"), false);
    byte[] content = Files.readAllBytes(apk);
    content[(int) offset(apk, NATIVE) + 10] ^= 1;
    Files.write(apk, content);
    assertThatThrownBy(() -> ApkChecks.check(apk, 26, 35, true))
        .hasMessageContaining("the signature is not valid");
  }

  @Test
  void theDebugKeyIsMadeOnce() throws Exception {
    Path store = folder.resolve("new/debug.keystore");
    SigningKey made = SigningKey.debug(store);
    assertThat(SigningKey.debug(store).certificate()).isEqualTo(made.certificate());
  }

  @Test
  void keysThatAreMissingAreNamed() throws Exception {
    Path store = folder.resolve("debug.keystore");
    assertThatThrownBy(() -> SigningKey.load(store, "a", "android", "android"))
        .hasMessageContaining("There is no key store")
        .hasMessageContaining("debug.keystore");
    SigningKey.debug(store);
    assertThatThrownBy(() -> SigningKey.load(store, "mine", "android", "android"))
        .hasMessageContaining("holds no key named mine")
        .hasMessageContaining("androiddebugkey");
    assertThatThrownBy(() -> SigningKey.load(store, "androiddebugkey", "wrong", "wrong"))
        .hasMessageContaining("Can't read the key androiddebugkey")
        .hasMessageContaining("password");
  }

  @Test
  void aReleaseWithoutAKeySaysWhatToGive() {
    ReleaseKeyMojo goal = new ReleaseKeyMojo();
    assertThatThrownBy(() -> goal.releaseKey(Map.of()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("Missing: apk.keystore, apk.keystore.password, apk.key.alias")
        .hasMessageContaining("APK_KEYSTORE");
  }

  @Test
  void theKeyMayComeFromTheEnvironment() throws Exception {
    Path store = folder.resolve("debug.keystore");
    SigningKey made = SigningKey.debug(store);
    Map<String, String> environment =
        Map.of(
            "APK_KEYSTORE", store.toString(),
            "APK_KEYSTORE_PASSWORD", "android",
            "APK_KEY_ALIAS", "androiddebugkey");
    assertThat(new ReleaseKeyMojo().releaseKey(environment)).isEqualTo(made);
  }

  @Test
  void anApkThatIsTooLargeIsRefusedAndItsLargestPartsNamed() throws Exception {
    Path apk = build(true, List.of("arm64-v8a"), false);
    SizeLimit.parse("20 MB").check(apk);
    assertThatThrownBy(() -> SizeLimit.parse("10 kB").check(apk))
        .hasMessageContaining("<maxSizes> allows 0.01 MB")
        .hasMessageContaining(NATIVE);
    assertThat(SizeLimit.parse("8 MB")).isEqualTo(new SizeLimit(8_000_000));
    assertThatThrownBy(() -> SizeLimit.parse("8")).hasMessageContaining("for example 8 MB");
  }

  private Path build(boolean debuggable, List<String> abis, boolean compressed) throws Exception {
    LinkedResources linked = app.link(library, debuggable, List.of());
    ProgramClasses program = app.program(library);
    Path unsigned = folder.resolve("unsigned.apk");
    new ApkContents(program, linked.apk(), dex, ServiceFiles.of(program.places()).contents())
        .pack(unsigned, abis, compressed);
    Path apk = folder.resolve("signed.apk");
    new ApkSigning(SigningKey.debug(common.resolve("debug.keystore")), 26).sign(unsigned, apk);
    return apk;
  }

  /** Where an entry's data begins, by the local file headers of the ZIP format. */
  private static long offset(Path apk, String name) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(apk)).order(ByteOrder.LITTLE_ENDIAN);
    int centralDirectory = 0x02014b50;
    for (int at = 0; at < zip.limit() - 46; at++) {
      if (zip.getInt(at) == centralDirectory) {
        byte[] found = new byte[zip.getShort(at + 28)];
        zip.get(at + 46, found);
        if (new String(found, StandardCharsets.UTF_8).equals(name)) {
          int local = zip.getInt(at + 42);
          return local + 30L + zip.getShort(local + 26) + zip.getShort(local + 28);
        }
      }
    }
    throw new IOException(apk + " lacks " + name);
  }
}
