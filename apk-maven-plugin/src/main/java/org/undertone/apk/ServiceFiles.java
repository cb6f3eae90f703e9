// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.DataEntryResource;
import com.android.tools.r8.DataResourceProvider;
import com.android.tools.r8.ProgramResource;
import com.android.tools.r8.ProgramResourceProvider;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files by which {@code ServiceLoader} finds implementations. Several libraries may offer the same service: their files are joined.
 * R8 takes them as input, to keep the classes that they name and to write their new names.
 */
final class ServiceFiles implements ProgramResourceProvider, DataResourceProvider {
  static final String FOLDER = "META-INF/services/";

  private final Map<String, Set<String>> implementations = new TreeMap<>();

  private ServiceFiles() {}

  /** Reads the service files in JARs and folders of classes. */
  static ServiceFiles of(List<Path> places) throws IOException {
    ServiceFiles services = new ServiceFiles();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        for (Path file : Trees.files(place.resolve(FOLDER))) {
          services.add(Trees.entryName(place, file), Files.readString(file));
        }
      } else {
        services.addJar(place);
      }
    }
    return services;
  }

  /** Content by name in the APK. */
  Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new TreeMap<>();
    implementations.forEach(
        (name, lines) ->
            contents.put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    return contents;
  }

  /** No classes: those come with the JARs themselves. */
  @Override
  @SuppressWarnings("deprecation") // Abstract all the same.
  public Collection<ProgramResource> getProgramResources() {
    return List.of();
  }

  @Override
  public void getProgramResources(Consumer<ProgramResource> consumer) {
    // None, as above.
  }

  @Override
  public DataResourceProvider getDataResourceProvider() {
    return this;
  }

  @Override
  public void accept(Visitor visitor) {
    contents()
        .forEach(
            (name, content) ->
                visitor.visit(DataEntryResource.fromBytes(content, name, Origin.unknown())));
  }

  private void addJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          add(entry.getName(), new String(content, StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void add(String name, String content) {
    Set<String> lines = implementations.computeIfAbsent(name, n -> new LinkedHashSet<>());
    content
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .forEach(lines::add);
  }
}
