// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals for releases share: the key to sign with. */
abstract class AbstractReleaseMojo extends AbstractApkMojo {

  /** The key store with the key to sign with, PKCS12 or JKS. The environment's APK_KEYSTORE serves where this is not set. */
  @Parameter(property = "apk.keystore")
  private String keystore;

  /** The password of the key store; else the environment's APK_KEYSTORE_PASSWORD, which no process list shows. */
  @Parameter(property = "apk.keystore.password")
  private String keystorePassword;

  /** The name of the key; else the environment's APK_KEY_ALIAS. */
  @Parameter(property = "apk.key.alias")
  private String keyAlias;

  /** The password of the key; else the environment's APK_KEY_PASSWORD; else that of the key store. */
  @Parameter(property = "apk.key.password")
  private String keyPassword;

  /** Reads the key; names every property that is missing. */
  final SigningKey releaseKey() throws IOException, MojoExecutionException {
    return releaseKey(System.getenv());
  }

  final SigningKey releaseKey(Map<String, String> environment)
      throws IOException, MojoExecutionException {
    Map<String, String> given = new TreeMap<>();
    put(given, "apk.keystore", keystore, environment);
    put(given, "apk.keystore.password", keystorePassword, environment);
    put(given, "apk.key.alias", keyAlias, environment);
    put(given, "apk.key.password", keyPassword, environment);
    given.putIfAbsent("apk.key.password", given.getOrDefault("apk.keystore.password", ""));
    List<String> missing =
        List.of("apk.keystore", "apk.keystore.password", "apk.key.alias").stream()
            .filter(name -> !given.containsKey(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new MojoExecutionException(
          "A release is signed with your own key. Missing: %s. Give each with -D or in the environment (%s)"
              .formatted(
                  String.join(", ", missing),
                  String.join(", ", missing.stream().map(SigningKey::environmentName).toList())));
    }
    return SigningKey.load(
        Path.of(given.get("apk.keystore")),
        given.get("apk.key.alias"),
        given.get("apk.keystore.password"),
        given.get("apk.key.password"));
  }

  private static void put(
      Map<String, String> given, String name, String value, Map<String, String> environment) {
    String found = value == null ? environment.get(SigningKey.environmentName(name)) : value;
    if (found != null && !found.isEmpty()) {
      given.put(name, found);
    }
  }
}
