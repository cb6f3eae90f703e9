// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tensorflow.lite.TensorFlowLite;

/**
 * The phone's own TensorFlow Lite in this JVM: the library for x86-64 Android, as it is in the AAR, over
 * {@linkplain BionicShims libraries that stand in for Android's}. Works on Linux on x86-64 with gcc;
 * {@link #whyNot} says what is missing elsewhere.
 *
 * <p>A JVM binds a native library to the class loader whose class loads it, and to no other. Robolectric
 * makes a class loader for every configuration of tests, so this class and {@code org.tensorflow.lite}
 * (and flatbuffers, whose classes the schema in there extends) must come from the one above them: set the
 * system property {@value #NOT_ACQUIRED} to {@value #PACKAGES}.
 *
 * <p>The library is looked for where the system property {@value #LOCATION} says (an AAR, a folder into
 * which one was unpacked, or the library itself), else beside the {@code classes.jar} that holds the
 * runtime's classes.
 */
public final class AndroidTflite {
  /** Names the AAR, its folder, or the library. */
  public static final String LOCATION = "undertone.tflite.aar";

  private static final String NOT_ACQUIRED = "org.robolectric.packagesToNotAcquire";
  private static final String PACKAGES =
      "org.tensorflow.lite.,com.google.flatbuffers.,org.undertone.app.infer.AndroidTflite,"
          + "org.undertone.app.infer.BionicShims";
  private static final String ENTRY = "jni/x86_64/libtensorflowlite_jni.so";

  // It tells by which names it does not find its library, which is loaded under another one here.
  private static final Logger SEARCH = Logger.getLogger("org.tensorflow.lite.TensorFlowLite");

  private static boolean loaded;

  private AndroidTflite() {}

  /**
   * Returns why the library cannot run here, for the message of a skipped test; empty if it can. Says
   * nothing of a build that is set up wrongly: that fails in {@link #load}.
   */
  public static Optional<String> whyNot() {
    String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    if (!system.equals("Linux on amd64")) {
      return Optional.of(
          "Android's TensorFlow Lite runs on Linux on amd64 only, this is " + system);
    }
    for (String tool : List.of("gcc", "nm")) {
      if (!onPath(tool)) {
        return Optional.of("Android's TensorFlow Lite needs " + tool + ", which is not installed");
      }
    }
    if (location().isEmpty()) {
      return Optional.of(
          "Android's TensorFlow Lite is not found: name its AAR in the property " + LOCATION);
    }
    return Optional.empty();
  }

  /**
   * Loads the library, unless that was done before. Any thread.
   *
   * @throws IllegalStateException if {@link #whyNot} says why not, or the class loader is the wrong one
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    whyNot()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    SEARCH.setLevel(Level.WARNING);
    ClassLoader wanted = ClassLoader.getSystemClassLoader();
    if (AndroidTflite.class.getClassLoader() != wanted
        || TensorFlowLite.class.getClassLoader() != wanted) {
      throw new IllegalStateException(
          "run the tests with -D" + NOT_ACQUIRED + "=" + PACKAGES + " (see AndroidTflite)");
    }
    try {
      Path folder = Path.of(System.getProperty("basedir", ""), "target", "android-tflite");
      Path library = BionicShims.unpack(location().orElseThrow(), ENTRY, folder);
      for (Path shim : BionicShims.build(library)) {
        System.load(shim.toString());
      }
      // TensorFlowLite.init() asks for the library by name, does not find it, and then sees that
      // the
      // functions are there.
      System.load(library.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare Android's TensorFlow Lite", e);
    }
    TensorFlowLite.init();
    loaded = true;
  }

  private static Optional<Path> location() {
    String named = System.getProperty(LOCATION);
    if (named != null && !named.isEmpty()) {
      Path path = Path.of(named);
      if (Files.isDirectory(path)) {
        path = path.resolve(ENTRY);
      }
      return Optional.of(path).filter(Files::isRegularFile);
    }
    try {
      // The interpreter's class is in the AAR of the library; TensorFlowLite's is in that of the
      // API.
      CodeSource source =
          org.tensorflow.lite.Interpreter.class.getProtectionDomain().getCodeSource();
      if (source == null) {
        return Optional.empty();
      }
      Path jar = Path.of(source.getLocation().toURI());
      return Optional.of(jar.resolveSibling(ENTRY)).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path that is no path", e);
    }
  }

  private static boolean onPath(String tool) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (new File(folder, tool).canExecute()) {
        return true;
      }
    }
    return false;
  }
}
