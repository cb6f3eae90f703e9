// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.IASTORE;
import static org.objectweb.asm.Opcodes.NEWARRAY;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.T_INT;
import static org.objectweb.asm.Opcodes.V1_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.commons.InstructionAdapter;

/**
 * Writes the R classes that the code of Android libraries refers to. Libraries come without them, as the numbers of their resources
 * are known only once an app is linked.
 *
 * <p>They are written as class files: as sources they would be tens of thousands of lines for the compiler to check.
 */
final class LibraryRClasses {
  private static final int CLASS_ACCESS = ACC_PUBLIC | ACC_FINAL | ACC_SUPER;
  private static final int FIELD_ACCESS = ACC_PUBLIC | ACC_STATIC | ACC_FINAL;
  private static final int NESTED_ACCESS = ACC_PUBLIC | ACC_STATIC | ACC_FINAL;

  private final SymbolTable linked;
  private final Path classes;

  /**
   * @param linked the symbols of the linked app
   * @param classes the folder to write class files below
   */
  LibraryRClasses(SymbolTable linked, Path classes) {
    this.linked = linked;
    this.classes = classes;
  }

  /** Writes the R classes of all libraries; those that share a package share a class. */
  void write(List<AarLibrary> libraries) throws IOException {
    Map<String, SymbolTable> packages = new TreeMap<>();
    for (AarLibrary library : libraries) {
      if (Files.exists(library.symbols())) {
        SymbolTable symbols = linked.valuesFor(SymbolTable.read(library.symbols()));
        packages.merge(library.packageName(), symbols, SymbolTable::and);
      }
    }
    for (Map.Entry<String, SymbolTable> entry : packages.entrySet()) {
      writePackage(entry.getKey().replace('.', '/') + "/R", entry.getValue());
    }
  }

  private void writePackage(String outer, SymbolTable symbols) throws IOException {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V1_8, CLASS_ACCESS, outer, null, "java/lang/Object", null);
    for (Map.Entry<String, Map<String, String>> type : symbols.values().entrySet()) {
      String nested = outer + "$" + type.getKey();
      writer.visitInnerClass(nested, outer, type.getKey(), NESTED_ACCESS);
      save(nested, nested(outer, nested, type.getKey(), type.getValue()));
    }
    writer.visitEnd();
    save(outer, writer);
  }

  private static ClassWriter nested(
      String outer, String name, String type, Map<String, String> values) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V1_8, CLASS_ACCESS, name, null, "java/lang/Object", null);
    writer.visitInnerClass(name, outer, type, NESTED_ACCESS);
    MethodVisitor initializer = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    InstructionAdapter code = new InstructionAdapter(initializer);
    initializer.visitCode();
    values.forEach(
        (field, value) -> {
          if (value.startsWith("{")) {
            writer.visitField(FIELD_ACCESS, field, "[I", null, null).visitEnd();
            pushArray(code, value);
            initializer.visitFieldInsn(PUTSTATIC, name, field, "[I");
          } else {
            writer.visitField(FIELD_ACCESS, field, "I", null, Integer.decode(value)).visitEnd();
          }
        });
    initializer.visitInsn(RETURN);
    initializer.visitMaxs(0, 0);
    initializer.visitEnd();
    writer.visitEnd();
    return writer;
  }

  private static void pushArray(InstructionAdapter code, String braces) {
    String inside = braces.substring(1, braces.length() - 1).strip();
    String[] elements = inside.isEmpty() ? new String[0] : inside.split("\\s*,\\s*");
    code.iconst(elements.length);
    code.visitIntInsn(NEWARRAY, T_INT);
    for (int i = 0; i < elements.length; i++) {
      code.visitInsn(DUP);
      code.iconst(i);
      code.iconst(Integer.decode(elements[i]));
      code.visitInsn(IASTORE);
    }
  }

  private void save(String name, ClassWriter writer) throws IOException {
    Path file = classes.resolve(name + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, writer.toByteArray());
  }
}
