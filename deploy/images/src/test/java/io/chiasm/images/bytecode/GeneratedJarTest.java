package io.chiasm.images.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.images.made.MadeApp;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Two builds of one source give one jar, whatever order their steps ran in. */
class GeneratedJarTest {
  private static final String HELPER = "io/chiasm/made/Settings";
  private static final String FIELD_TYPE = "Ljava/lang/Object;";

  private final Path folder;

  GeneratedJarTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void numbersOfKeysDoNotMatter() throws IOException {
    Path one = jar("one", steps("proxykey7", "proxykey103"));
    Path other = jar("other", steps("proxykey41", "proxykey8"));

    assertThat(settled(one)).hasSameBinaryContentAs(settled(other));
  }

  @Test
  void keysThatWereOthersStayOthers() throws IOException {
    Path one = jar("one", steps("proxykey1", "proxykey2"));
    Path other = jar("other", steps("proxykey1", "proxykey1"));

    assertThat(Files.mismatch(settled(one), settled(other))).isNotEqualTo(-1);
  }

  @Test
  void stepsFindEachOthersValuesAsBefore() throws Exception {
    Path jar = settled(jar("one", steps("proxykey7", "proxykey103")));

    assertThat(value(jar, "Step1")).isEqualTo("proxykey1");
    assertThat(value(jar, "Step2")).isEqualTo("proxykey2");
    assertThat(value(jar, "Step3")).isEqualTo("proxykey1");
    assertThat(value(jar, "Other")).isEqualTo("my proxykey7");
  }

  @Test
  void theOrderOfClassesOfSettingsDoesNotMatter() throws IOException {
    Path one = jar("one", settings(List.of("b.B", "a.A", "c.C")));
    Path other = jar("other", settings(List.of("c.C", "b.B", "a.A")));

    assertThat(settled(one)).hasSameBinaryContentAs(settled(other));
  }

  @Test
  void anotherClassOfSettingsDoes() throws IOException {
    Path one = jar("one", settings(List.of("b.B", "a.A")));
    Path other = jar("other", settings(List.of("a.A", "b.D")));

    assertThat(Files.mismatch(settled(one), settled(other))).isNotEqualTo(-1);
  }

  @Test
  void whatHoldsNeitherStaysAsItIs() throws IOException {
    byte[] content = text("Plain", "plain");
    Path jar = settled(jar("one", Map.of("Plain.class", content, "a.txt", MadeApp.bytes("a"))));

    try (ZipFile entries = new ZipFile(jar.toFile())) {
      assertThat(entries.getInputStream(entries.getEntry("Plain.class")).readAllBytes())
          .isEqualTo(content);
      assertThat(entries.stream().map(entry -> entry.getName()))
          .containsExactly("Plain.class", "a.txt");
    }
  }

  /** Two hand each other a value, a third has one of its own; a text that only looks like a key. */
  private static Map<String, byte[]> steps(String key, String own) {
    return Map.of(
        "Step1.class", text("Step1", key),
        "Step2.class", text("Step2", own),
        "Step3.class", text("Step3", key),
        "Other.class", text("Other", "my proxykey7"));
  }

  /** A class whose one method returns a text. */
  private static byte[] text(String name, String text) {
    ClassWriter writer = opened(name);
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "()Ljava/lang/String;", null, null);
    method.visitCode();
    method.visitLdcInsn(text);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The class with the fields, which fills them in this order, and one that hands them on. */
  private static Map<String, byte[]> settings(List<String> order) {
    Map<String, byte[]> made = new LinkedHashMap<>();
    made.put(SettingClasses.NAME + ".class", shared(order));
    made.put("Customizer.class", customizer(order.size()));
    return made;
  }

  private static byte[] shared(List<String> order) {
    ClassWriter writer = opened(SettingClasses.NAME);
    for (int i = 0; i < order.size(); i++) {
      writer.visitField(Opcodes.ACC_STATIC, SettingClasses.FIELD + i, FIELD_TYPE, null, null);
    }
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    method.visitCode();
    for (int i = 0; i < order.size(); i++) {
      method.visitLdcInsn(order.get(i));
      method.visitLdcInsn("prefix");
      call(method, "configClass", "(Ljava/lang/String;Ljava/lang/String;)" + FIELD_TYPE);
      method.visitFieldInsn(
          Opcodes.PUTSTATIC, SettingClasses.NAME, SettingClasses.FIELD + i, FIELD_TYPE);
      for (String part : List.of("", "$Part")) {
        method.visitLdcInsn(order.get(i) + part);
        call(method, "ensureLoaded", "(Ljava/lang/String;)V");
      }
    }
    return closed(writer, method);
  }

  private static byte[] customizer(int fields) {
    ClassWriter writer = opened("Customizer");
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_STATIC, "customize", "(" + FIELD_TYPE + ")V", null, null);
    method.visitCode();
    for (int i = 0; i < fields; i++) {
      method.visitFieldInsn(
          Opcodes.GETSTATIC, SettingClasses.NAME, SettingClasses.FIELD + i, FIELD_TYPE);
      method.visitVarInsn(Opcodes.ASTORE, i + 1);
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitVarInsn(Opcodes.ALOAD, i + 1);
      call(method, "withMapping", "(" + FIELD_TYPE + FIELD_TYPE + ")V");
    }
    return closed(writer, method);
  }

  private static ClassWriter opened(String name) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    return writer;
  }

  private static void call(MethodVisitor method, String name, String type) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, HELPER, name, type, false);
  }

  private static byte[] closed(ClassWriter writer, MethodVisitor method) {
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private Path jar(String name, Map<String, byte[]> entries) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    MadeApp.writeJar(jar, entries);
    return jar;
  }

  private static Path settled(Path jar) throws IOException {
    Path to = jar.resolveSibling("settled-" + jar.getFileName());
    GeneratedJar.copy(jar, to);
    return to;
  }

  private static Object value(Path jar, String name) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      return loader.loadClass(name).getMethod("get").invoke(null);
    }
  }
}
