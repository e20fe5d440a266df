package io.chiasm.images.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/** An image's archive, taken apart without the library that wrote it. */
public final class Archive implements AutoCloseable {
  /**
   * A file or folder of a layer.
   *
   * @param owner numbers of user and group
   * @param seconds of its time, since the epoch
   */
  public record Entry(String path, boolean file, int mode, String owner, long seconds) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TarFile tar;
  private final JsonNode manifest;

  private Archive(TarFile tar, JsonNode manifest) {
    this.tar = tar;
    this.manifest = manifest;
  }

  /** Opens an archive as {@code docker save} writes it. */
  public static Archive open(Path file) throws IOException {
    TarFile tar = new TarFile(file);
    return new Archive(tar, JSON.readTree(content(tar, "manifest.json")).path(0));
  }

  /** The image's configuration. */
  public JsonNode config() throws IOException {
    return JSON.readTree(content(tar, manifest.path("Config").asText()));
  }

  /** Names of the layers, which are their checksums; the base's first. */
  public List<String> layers() {
    List<String> names = new ArrayList<>();
    manifest.path("Layers").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** What a layer holds, in its order. */
  public List<Entry> entries(String layer) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (TarArchiveInputStream in = layer(layer)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(
            new Entry(
                "/" + entry.getName(),
                entry.isFile(),
                entry.getMode() & 0777,
                entry.getLongUserId() + ":" + entry.getLongGroupId(),
                entry.getLastModifiedTime().toMillis() / 1000));
      }
    }
    return entries;
  }

  /** The files of a layer whose names end so, by path. */
  public Map<String, byte[]> files(String layer, String ending) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (TarArchiveInputStream in = layer(layer)) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isFile() && entry.getName().endsWith(ending)) {
          files.put("/" + entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  private TarArchiveInputStream layer(String name) throws IOException {
    return new TarArchiveInputStream(
        new GZIPInputStream(new ByteArrayInputStream(content(tar, name))));
  }

  private static byte[] content(TarFile tar, String name) throws IOException {
    for (TarArchiveEntry entry : tar.getEntries()) {
      if (entry.getName().equals(name)) {
        try (InputStream in = tar.getInputStream(entry)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException("no " + name);
  }

  /** Writes an image of one layer with one file, {@code /usr/bin/java}. */
  public static void writeBase(Path file, String architecture) throws IOException {
    Path layer = Files.createTempFile("layer", ".tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(layer))) {
      writeTar(out, Map.of("usr/bin/java", MadeApp.bytes("java")));
    }
    String config =
        "{\"architecture\":\"%s\",\"os\":\"linux\",\"config\":{\"Env\":[\"PATH=/usr/bin\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}"
            .formatted(architecture, "0".repeat(64));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("config.json", MadeApp.bytes(config));
    entries.put("layer.tar.gz", Files.readAllBytes(layer));
    entries.put(
        "manifest.json",
        MadeApp.bytes("[{\"Config\":\"config.json\",\"Layers\":[\"layer.tar.gz\"]}]"));
    try (OutputStream out = Files.newOutputStream(file)) {
      writeTar(out, entries);
    }
    Files.delete(layer);
  }

  private static void writeTar(OutputStream out, Map<String, byte[]> entries) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
    for (Map.Entry<String, byte[]> content : entries.entrySet()) {
      TarArchiveEntry entry = new TarArchiveEntry(content.getKey());
      entry.setSize(content.getValue().length);
      tar.putArchiveEntry(entry);
      tar.write(content.getValue());
      tar.closeArchiveEntry();
    }
    tar.finish();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
