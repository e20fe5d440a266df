package io.chiasm.images.made;

import io.chiasm.images.service.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small folder as Quarkus leaves it for a service. */
public final class MadeApp {
  public static final int X86_64 = 62;
  public static final int ARM64 = 183;

  /** Of every entry, so that the same entries give the same bytes whenever they are written. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private final Path folder;
  private final StringBuilder list = new StringBuilder();

  private MadeApp(Path folder) {
    this.folder = folder;
  }

  /** An aggregator: it needs no native libraries, but has some for both platforms. */
  public static MadeApp aggregator(Path folder) throws IOException {
    MadeApp app = new MadeApp(folder);
    app.jar("quarkus-run.jar", Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: Run\n")));
    app.jar("app/chiasm-aggregator-service-1.jar", Map.of("Study.class", bytes("study")));
    app.file("quarkus/quarkus-application.dat", "index");
    app.library("boot", "io.quarkus", "runner", "", Map.of("Runner.class", bytes("runner")));
    app.library("main", "io.chiasm", "chiasm-contracts", "", Map.of("A.class", bytes("a")));
    app.library("main", "org.example", "plain", "", Map.of("B.class", bytes("b")));
    app.library("main", "org.example", "zip-jni", "", bothPlatforms());
    return app;
  }

  /** An encoder whose libraries were chosen by classifier, for x86-64. */
  public static MadeApp encoder(Path folder) throws IOException {
    MadeApp app = new MadeApp(folder);
    app.jar("quarkus-run.jar", Map.of("META-INF/MANIFEST.MF", bytes("Main-Class: Run\n")));
    for (String name : Service.ENCODER.natives()) {
      app.library("main", "org.example", name, "linux-x86_64", Map.of("lib.so", elf(X86_64, 0)));
    }
    return app;
  }

  private static Map<String, byte[]> bothPlatforms() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", bytes("Manifest-Version: 1.0\n"));
    entries.put(
        "Zip.class", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61});
    entries.put("linux/amd64/libzip.so", elf(X86_64, 0));
    entries.put("linux/aarch64/libzip.so", elf(ARM64, 0));
    entries.put(
        "darwin/libzip.dylib", new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe});
    return entries;
  }

  /** The header of a 64-bit, little-endian ELF file, and a few bytes. */
  public static byte[] elf(int machine, int system) {
    ByteBuffer file = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, (byte) system});
    file.putShort(18, (short) machine);
    return file.array();
  }

  /** Adds a library of version 1, listed as Quarkus does. */
  public void library(
      String loader, String group, String name, String classifier, Map<String, byte[]> entries)
      throws IOException {
    list.append(String.join(":", group, name, classifier, "jar", "1")).append('\n');
    String ending = classifier.isEmpty() ? "" : "-" + classifier;
    jar("lib/" + loader + "/" + group + "." + name + "-1" + ending + ".jar", entries);
    file("quarkus-app-dependencies.txt", list.toString());
  }

  /** Writes a jar. */
  public void jar(String path, Map<String, byte[]> entries) throws IOException {
    writeJar(place(path), entries);
  }

  /** Writes a jar anywhere. */
  public static void writeJar(Path jar, Map<String, byte[]> entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry made = new ZipEntry(entry.getKey());
        made.setTimeLocal(TIME);
        out.putNextEntry(made);
        out.write(entry.getValue());
      }
    }
  }

  /** Writes a text. */
  public void file(String path, String text) throws IOException {
    Files.writeString(place(path), text);
  }

  private Path place(String path) throws IOException {
    Path place = folder.resolve(path);
    Files.createDirectories(place.getParent());
    return place;
  }

  public Path folder() {
    return folder;
  }

  /** A text as a jar's entry holds it. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
