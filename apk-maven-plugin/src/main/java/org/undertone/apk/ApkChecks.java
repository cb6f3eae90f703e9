// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.apksig.ApkVerifier;
import com.android.apksig.apk.ApkFormatException;
import com.android.apksig.apk.ApkUtils;
import com.android.apksig.util.DataSource;
import com.android.apksig.util.DataSources;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Looks at a finished APK as a device would: its signature, and what its binary manifest says. */
final class ApkChecks {
  private ApkChecks() {}

  /**
   * Fails, naming all that is wrong, unless {@code apk} is signed with the schemes v2 and v3 and its manifest says what was asked for.
   *
   * @param debuggable whether a debugger may attach
   */
  static void check(Path apk, int minSdk, int targetSdk, boolean debuggable)
      throws IOException, MojoExecutionException {
    List<String> faults = new ArrayList<>();
    try (RandomAccessFile file = new RandomAccessFile(apk.toFile(), "r")) {
      DataSource data = DataSources.asDataSource(file);
      ApkVerifier.Result signature =
          new ApkVerifier.Builder(data).setMinCheckedPlatformVersion(minSdk).build().verify();
      if (!signature.isVerified()) {
        faults.add("the signature is not valid: " + signature.getAllErrors());
      }
      expect(faults, "signature scheme v2", true, signature.isVerifiedUsingV2Scheme());
      expect(faults, "signature scheme v3", true, signature.isVerifiedUsingV3Scheme());
      ByteBuffer manifest = ApkUtils.getAndroidManifest(data);
      expect(
          faults,
          "minSdkVersion",
          minSdk,
          ApkUtils.getMinSdkVersionFromBinaryAndroidManifest(manifest.duplicate()));
      expect(
          faults,
          "targetSdkVersion",
          targetSdk,
          ApkUtils.getTargetSdkVersionFromBinaryAndroidManifest(manifest.duplicate()));
      expect(
          faults,
          "debuggable",
          debuggable,
          ApkUtils.getDebuggableFromBinaryAndroidManifest(manifest.duplicate()));
    } catch (ApkFormatException | GeneralSecurityException e) {
      faults.add("not readable as an APK: " + e.getMessage());
    }
    if (!faults.isEmpty()) {
      throw new MojoExecutionException(apk + ": " + String.join("; ", faults));
    }
  }

  private static void expect(List<String> faults, String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      faults.add("%s is %s, not %s".formatted(what, found, wanted));
    }
  }
}
