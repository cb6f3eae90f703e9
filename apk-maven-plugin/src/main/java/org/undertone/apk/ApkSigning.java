// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.apksig.ApkSigner;
import com.android.apksig.KeyConfig;
import com.android.apksig.apk.ApkFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Aligns and signs an APK with the signature schemes v2 and v3. */
final class ApkSigning {
  /** Devices with pages of 16 KB map native libraries only where they begin at such a page. */
  private static final int PAGE = 16_384;

  private final SigningKey key;
  private final int minSdk;

  ApkSigning(SigningKey key, int minSdk) {
    this.key = key;
    this.minSdk = minSdk;
  }

  void sign(Path unsigned, Path signed) throws IOException, MojoExecutionException {
    ApkSigner.SignerConfig signer =
        new ApkSigner.SignerConfig.Builder(
                key.alias(), new KeyConfig.Jca(key.key()), List.of(key.certificate()))
            .build();
    try {
      new ApkSigner.Builder(List.of(signer))
          .setInputApk(unsigned.toFile())
          .setOutputApk(signed.toFile())
          .setMinSdkVersion(minSdk)
          .setV1SigningEnabled(false)
          .setV2SigningEnabled(true)
          .setV3SigningEnabled(true)
          .setAlignmentPreserved(false)
          .setLibraryPageAlignmentBytes(PAGE)
          .build()
          .sign();
    } catch (ApkFormatException | GeneralSecurityException e) {
      throw new MojoExecutionException("Can't sign " + unsigned + ": " + e.getMessage(), e);
    }
  }
}
