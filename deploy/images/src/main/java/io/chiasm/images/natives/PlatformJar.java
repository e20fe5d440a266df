package io.chiasm.images.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A jar with the native libraries of one platform only.
 *
 * @param nativeCode whether it holds any
 * @param stripped whether libraries of other platforms were left out
 */
public record PlatformJar(boolean nativeCode, boolean stripped) {
  /** Copies a jar without other platforms' libraries; byte for byte if it has none of these. */
  public static PlatformJar copy(Path jar, Path to, Platform platform) throws IOException {
    Set<String> foreign = new HashSet<>();
    boolean own = false;
    try (ZipFile entries = ZipFile.builder().setPath(jar).get()) {
      for (ZipArchiveEntry entry : Collections.list(entries.getEntries())) {
        byte[] head = head(entries, entry);
        if (!NativeCode.is(entry.getName(), head)) {
          continue;
        }
        if (NativeCode.runsOn(platform, entry.getName(), head)) {
          own = true;
        } else {
          foreign.add(entry.getName());
        }
      }
      if (!foreign.isEmpty()) {
        write(entries, foreign, to);
      }
    }
    if (foreign.isEmpty()) {
      Files.copy(jar, to);
    }
    return new PlatformJar(own, !foreign.isEmpty());
  }

  private static byte[] head(ZipFile entries, ZipArchiveEntry entry) throws IOException {
    if (entry.isDirectory()) {
      return new byte[0];
    }
    try (InputStream content = entries.getInputStream(entry)) {
      return content.readNBytes(NativeCode.HEAD);
    }
  }

  /** What stays is copied as it is compressed, so that the same jar comes out anywhere. */
  private static void write(ZipFile entries, Set<String> without, Path to) throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
      for (ZipArchiveEntry entry : inOrder(entries)) {
        if (!without.contains(entry.getName())) {
          try (InputStream raw = entries.getRawInputStream(entry)) {
            out.addRawArchiveEntry(entry, raw);
          }
        }
      }
    }
  }

  private static List<ZipArchiveEntry> inOrder(ZipFile entries) {
    return new ArrayList<>(Collections.list(entries.getEntriesInPhysicalOrder()));
  }
}
