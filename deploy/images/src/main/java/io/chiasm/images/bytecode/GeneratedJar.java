package io.chiasm.images.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The jar of classes that Quarkus writes for a service. Its build steps run side by side, so two
 * builds of the same sources differ in two things that no program can tell apart: the numbers of
 * keys under which recorded steps hand each other values, and the order in which classes of
 * settings are registered. Here both are made to depend on nothing but the classes themselves.
 */
public final class GeneratedJar {
  /** Where it is in a built service. */
  public static final String PATH = "quarkus/generated-bytecode.jar";

  private final ProxyKeys keys = new ProxyKeys();
  private final SettingClasses settings;

  private GeneratedJar(SettingClasses settings) {
    this.settings = settings;
  }

  /** Copies the jar; classes that hold neither stay byte for byte. */
  public static void copy(Path jar, Path to) throws IOException {
    try (ZipFile entries = ZipFile.builder().setPath(jar).get();
        OutputStream file = Files.newOutputStream(to);
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      ZipArchiveEntry shared = entries.getEntry(SettingClasses.NAME + ".class");
      GeneratedJar generated =
          new GeneratedJar(
              shared == null ? SettingClasses.NONE : SettingClasses.of(read(entries, shared)));
      for (ZipArchiveEntry entry : byName(entries)) {
        generated.copy(entries, entry, out);
      }
    }
  }

  private static List<ZipArchiveEntry> byName(ZipFile entries) {
    return Collections.list(entries.getEntries()).stream()
        .sorted(Comparator.comparing(ZipArchiveEntry::getName))
        .toList();
  }

  private void copy(ZipFile entries, ZipArchiveEntry entry, ZipArchiveOutputStream out)
      throws IOException {
    byte[] content = read(entries, entry);
    if (isAffected(entry, content)) {
      write(entry, new SettledClass(keys, settings).of(content), out);
    } else {
      try (InputStream raw = entries.getRawInputStream(entry)) {
        out.addRawArchiveEntry(entry, raw);
      }
    }
  }

  private static boolean isAffected(ZipArchiveEntry entry, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return entry.getName().endsWith(".class")
        && (text.contains(ProxyKeys.PREFIX) || text.contains(SettingClasses.FIELD));
  }

  /** Not compressed, which layers are anyway: compression differs between versions of Java. */
  private static void write(ZipArchiveEntry like, byte[] content, ZipArchiveOutputStream out)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(like.getName());
    entry.setTime(like.getTime());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setCrc(sum.getValue());
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  private static byte[] read(ZipFile entries, ZipArchiveEntry entry) throws IOException {
    try (InputStream content = entries.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }
}
