// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoExecutionException;

/** A tiny app with a tiny Android library, made of real files and built with the real tools. */
final class TinyApp {
  static final String LIBRARY_MANIFEST =
      """
      <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="org.example.lib">
        <uses-permission android:name="android.permission.INTERNET" />
        <application>
          <receiver android:name="org.example.lib.Door" android:exported="true" />
        </application>
      </manifest>
      """;

  private static final String MANIFEST =
      """
      <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="org.example.app">
        <uses-permission android:name="android.permission.VIBRATE" />
        <application android:allowBackup="false" android:label="@string/app_name">
          <activity android:name=".MainActivity" android:exported="true">
            <intent-filter>
              <action android:name="android.intent.action.MAIN" />
              <category android:name="android.intent.category.LAUNCHER" />
            </intent-filter>
          </activity>
        </application>
      </manifest>
      """;

  final Path folder;

  TinyApp(Path folder) throws IOException {
    this.folder = folder;
    write("main/assets/note.txt", "An asset");
    write("main/AndroidManifest.xml", MANIFEST);
    write("main/res/values/strings.xml", strings("app_name", "Tiny"));
    write("main/res/values-de/strings.xml", strings("app_name", "Winzig"));
    write("main/res/values-fr/strings.xml", strings("app_name", "Minuscule"));
    compile(
        folder.resolve("classes"),
        List.of(),
        "org.example.app.MainActivity",
        "package org.example.app; public class MainActivity extends android.app.Activity {"
            + " int used() { return java.util.ServiceLoader.load(Runnable.class).hashCode(); } }",
        "org.example.app.Unused",
        "package org.example.app; public class Unused {}");
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Path manifest() {
    return folder.resolve("main/AndroidManifest.xml");
  }

  Path resources() {
    return folder.resolve("main/res");
  }

  /** Unpacks a library made here: one string, one class that reads it, native code and a service. */
  AarLibrary library() throws IOException {
    Path classes = folder.resolve("library-classes");
    compile(
        folder.resolve("library-r"),
        List.of(),
        "org.example.lib.R",
        "package org.example.lib; public final class R { public static final class string { public static int greeting; } }");
    compile(
        classes,
        List.of(folder.resolve("library-r")),
        "org.example.lib.Door",
        "package org.example.lib; public class Door extends android.content.BroadcastReceiver implements Runnable {"
            + " public void run() {}"
            + " public void onReceive(android.content.Context c, android.content.Intent i) {}"
            + " public static int greeting() { return R.string.greeting; } }");
    Path jar = folder.resolve("classes.jar");
    Map<String, byte[]> entries = new TreeMap<>();
    for (Path file : Trees.files(classes)) {
      entries.put(Trees.entryName(classes, file), Files.readAllBytes(file));
    }
    entries.put("META-INF/services/java.lang.Runnable", bytes("org.example.lib.Door # service\n"));
    zip(jar, entries);
    Path aar = folder.resolve("lib.aar");
    zip(
        aar,
        Map.of(
            "AndroidManifest.xml",
            bytes(LIBRARY_MANIFEST),
            "res/values/strings.xml",
            bytes(strings("greeting", "Hello")),
            "R.txt",
            bytes("int string greeting 0x0\n"),
            "classes.jar",
            Files.readAllBytes(jar),
            "jni/arm64-v8a/libtiny.so",
            new byte[5000],
            "jni/x86_64/libtiny.so",
            new byte[5000]));
    return AarLibrary.unpack("tiny-lib-1.0", aar, folder.resolve("aar"));
  }

  Libraries libraries(AarLibrary library) {
    return new Libraries(androidJar(), List.of(library), List.of(library.classes()), List.of());
  }

  ProgramClasses program(AarLibrary library) {
    return new ProgramClasses(classes(), libraries(library), List.of());
  }

  /** Merges the manifests of app and library. */
  ManifestOrigins merge(AarLibrary library) throws IOException, MojoExecutionException {
    AppIdentity identity = new AppIdentity("org.example.app", 7, "1.0", 26, 35);
    return ManifestMerging.merge(manifest(), List.of(library), identity, mergedManifest());
  }

  Path mergedManifest() {
    return folder.resolve("merged/AndroidManifest.xml");
  }

  /** Merges manifests, compiles and links. */
  LinkedResources link(AarLibrary library, boolean debuggable, List<String> locales)
      throws IOException, MojoExecutionException {
    merge(library);
    Aapt2 aapt2 = Aapt2.in(folder.resolve("aapt2"));
    ResourceCompiler compiler = new ResourceCompiler(aapt2, folder.resolve("compiled"));
    List<Path> compiled = new ArrayList<>(compiler.compileLibraries(List.of(library)));
    compiled.add(compiler.compileApp(resources()));
    LinkedResources output = new LinkedResources(folder.resolve("linked-" + debuggable));
    new ResourceLinker(
            aapt2, androidJar(), mergedManifest(), compiled, folder.resolve("main/assets"), locales)
        .link(output, debuggable);
    return output;
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  static String strings(String name, String text) {
    return "<resources><string name=\"%s\">%s</string></resources>".formatted(name, text);
  }

  static void zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Path androidJar() {
    URL activity = TinyApp.class.getResource("/android/app/Activity.class");
    try {
      JarURLConnection connection = (JarURLConnection) activity.openConnection();
      return Path.of(connection.getJarFileURL().getPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles sources, given as name and text in turn. */
  private void compile(Path output, List<Path> classPath, String... sources) throws IOException {
    Path folderOfSources = folder.resolve("sources-" + output.getFileName());
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < sources.length; i += 2) {
      Path file = folderOfSources.resolve(sources[i].replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, sources[i + 1]);
      files.add(file);
    }
    Files.createDirectories(output);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> all = new ArrayList<>(classPath);
    all.add(androidJar());
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, all);
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      boolean good =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  List.of("--release", "17", "-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!good) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }
}
