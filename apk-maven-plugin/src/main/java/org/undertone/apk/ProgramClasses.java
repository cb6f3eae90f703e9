// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.ArchiveProgramResourceProvider;
import com.android.tools.r8.ClassFileResourceProvider;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.ProgramResourceProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes that go into the APK, as D8 and R8 take them.
 *
 * @param classes the folder of the app's own classes
 * @param libraries everything else
 * @param excluded beginnings of class names, with slashes, that stay out of the APK
 */
record ProgramClasses(Path classes, Libraries libraries, List<String> excluded) {

  /** The app's own class files. */
  List<Path> own() throws IOException {
    return Trees.files(classes).stream()
        .filter(file -> file.toString().endsWith(".class"))
        .toList();
  }

  /** The classes of {@code jars} that are not excluded. */
  List<ProgramResourceProvider> of(List<Path> jars) {
    return jars.stream()
        .<ProgramResourceProvider>map(
            jar ->
                ArchiveProgramResourceProvider.fromArchive(
                    jar,
                    name ->
                        ArchiveProgramResourceProvider.includeClassFileEntries(name)
                            && excluded.stream().noneMatch(name::startsWith)))
        .toList();
  }

  /** Where files beside classes may lie, the app's own first. */
  List<Path> places() {
    return Stream.of(List.of(classes), libraries.siblings(), libraries.jars())
        .flatMap(List::stream)
        .toList();
  }

  /** The JAR of Android lacks most of java.*, so the JDK's is looked up too; animal-sniffer checks what Android has of it. */
  static ClassFileResourceProvider jdk() throws IOException {
    return JdkClassFileProvider.fromJdkHome(Path.of(System.getProperty("java.home")));
  }
}
