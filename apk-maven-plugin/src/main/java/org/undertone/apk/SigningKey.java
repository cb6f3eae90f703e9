// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A private key and its certificate.
 *
 * @param alias the key's name in its key store
 */
record SigningKey(String alias, PrivateKey key, X509Certificate certificate) {
  private static final String DEBUG_ALIAS = "androiddebugkey";

  /** Every Android tool uses this password for debug keys: they protect nothing. */
  private static final String DEBUG_PASSWORD = "android";

  /** The key that Android's tools sign debug builds with; made on first use. */
  static SigningKey debug(Path keyStore) throws IOException, MojoExecutionException {
    if (!Files.exists(keyStore)) {
      createDebugKey(keyStore);
    }
    return load(keyStore, DEBUG_ALIAS, DEBUG_PASSWORD, DEBUG_PASSWORD);
  }

  /** The variable that a property may come from: apk.key.alias is APK_KEY_ALIAS there. */
  static String environmentName(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /**
   * Reads a key.
   *
   * @param password the password of the store
   * @param keyPassword the password of the key; key stores of today have the same for both
   */
  static SigningKey load(Path keyStore, String alias, String password, String keyPassword)
      throws IOException, MojoExecutionException {
    if (!Files.isRegularFile(keyStore)) {
      throw new MojoExecutionException("There is no key store " + keyStore.toAbsolutePath());
    }
    try {
      KeyStore store = KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
      Certificate certificate = store.getCertificate(alias);
      if (store.getKey(alias, keyPassword.toCharArray()) instanceof PrivateKey key
          && certificate instanceof X509Certificate x509) {
        return new SigningKey(alias, key, x509);
      }
      throw new MojoExecutionException(
          "%s holds no key named %s; it holds %s"
              .formatted(keyStore, alias, Collections.list(store.aliases())));
    } catch (GeneralSecurityException | IOException e) {
      throw new MojoExecutionException(
          "Can't read the key %s in %s: %s".formatted(alias, keyStore, e.getMessage()), e);
    }
  }

  /** Runs the JDK's keytool, since Java has no public way to make a certificate. */
  private static void createDebugKey(Path keyStore) throws IOException, MojoExecutionException {
    Files.createDirectories(keyStore.getParent());
    Path folder = Files.createTempDirectory(keyStore.getParent(), "new-key");
    Path unfinished = folder.resolve("debug.keystore");
    try {
      keytool(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-keystore",
              unfinished.toString(),
              "-storetype",
              "PKCS12",
              "-alias",
              DEBUG_ALIAS,
              "-storepass",
              DEBUG_PASSWORD,
              "-keypass",
              DEBUG_PASSWORD,
              "-keyalg",
              "RSA",
              "-keysize",
              "2048",
              "-validity",
              "10950",
              "-dname",
              "CN=Android Debug, O=Android, C=US"));
      Files.move(unfinished, keyStore, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Trees.delete(folder);
    }
  }

  private static void keytool(List<String> command) throws IOException, MojoExecutionException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new MojoExecutionException("keytool failed:%n%s".formatted(output));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("keytool was interrupted", e);
    }
  }
}
