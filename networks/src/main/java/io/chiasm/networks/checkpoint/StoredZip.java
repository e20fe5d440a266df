package io.chiasm.networks.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The directory of a zip archive whose entries are stored as they are, as torch writes it. No entry
 * is ever decompressed, so none can be larger than the file.
 *
 * <p>The JDK's own reader does not tell where an entry's bytes lie, and takes a directory of any
 * size into memory.
 */
final class StoredZip {
  static final int LOCAL_ENTRY = 0x04034b50;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LOCATOR = 0x07064b50;

  private static final int END_BYTES = 22;
  private static final int LOCATOR_BYTES = 20;
  private static final int END_64_BYTES = 56;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int MAX_COMMENT = 0xffff;
  private static final int MAX_DIRECTORY = 16 << 20;
  private static final long IN_ZIP64 = 0xffffffffL;

  private final FileBytes file;
  private final Map<String, ByteRange> entries = new LinkedHashMap<>();
  private final Set<String> packed = new LinkedHashSet<>();

  private StoredZip(FileBytes file) {
    this.file = file;
  }

  static StoredZip of(FileBytes file) {
    StoredZip zip = new StoredZip(file);
    ByteBuffer directory = zip.directory();
    while (directory.hasRemaining()) {
      zip.add(directory);
    }
    ByteRange.requireApart(zip.entries);
    return zip;
  }

  /** Names of all entries, also of compressed ones. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(entries.keySet());
    names.addAll(packed);
    return names;
  }

  /**
   * Where the bytes of every entry lie, by name.
   *
   * @throws BadCheckpointException if one is compressed or encrypted
   */
  Map<String, ByteRange> entries() {
    if (!packed.isEmpty()) {
      throw new BadCheckpointException(
          "has a compressed or encrypted zip entry '%s'; torch stores them as they are"
              .formatted(packed.iterator().next()));
    }
    return entries;
  }

  private ByteBuffer directory() {
    int tail = (int) Math.min(file.size(), END_BYTES + MAX_COMMENT);
    ByteBuffer end = file.range(file.size() - tail, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (end.getInt(at) == END && (end.getShort(at + 20) & 0xffff) == tail - END_BYTES - at) {
        return directory(end, at, file.size() - tail + at);
      }
    }
    throw new BadCheckpointException("is cut short: the end of its zip directory is missing");
  }

  private ByteBuffer directory(ByteBuffer end, int at, long position) {
    long size = Integer.toUnsignedLong(end.getInt(at + 12));
    long start = Integer.toUnsignedLong(end.getInt(at + 16));
    if (size == IN_ZIP64 || start == IN_ZIP64) {
      ByteBuffer locator = file.range(position - LOCATOR_BYTES, LOCATOR_BYTES);
      requireSignature(locator.getInt(0), END_64_LOCATOR);
      ByteBuffer wide = file.range(locator.getLong(8), END_64_BYTES);
      requireSignature(wide.getInt(0), END_64);
      size = wide.getLong(40);
      start = wide.getLong(48);
    }
    if (size < 0 || size > MAX_DIRECTORY) {
      throw new BadCheckpointException(
          "has a zip directory of " + size + " bytes, more than " + MAX_DIRECTORY);
    }
    return file.range(start, (int) size);
  }

  private void add(ByteBuffer directory) {
    int at = directory.position();
    require(directory.remaining() >= ENTRY_BYTES);
    requireSignature(directory.getInt(at), DIRECTORY_ENTRY);
    int nameBytes = directory.getShort(at + 28) & 0xffff;
    int extraBytes = directory.getShort(at + 30) & 0xffff;
    int whole = ENTRY_BYTES + nameBytes + extraBytes + (directory.getShort(at + 32) & 0xffff);
    require(directory.remaining() >= whole);
    String name = text(directory, at + ENTRY_BYTES, nameBytes);
    if (isPacked(directory.getShort(at + 8), directory.getShort(at + 10))) {
      packed.add(name);
      directory.position(at + whole);
      return;
    }
    Wide wide = new Wide(directory, at + ENTRY_BYTES + nameBytes, extraBytes);
    long size = wide.orOwn(directory.getInt(at + 24));
    long packed = wide.orOwn(directory.getInt(at + 20));
    long local = wide.orOwn(directory.getInt(at + 42));
    require(size == packed);
    directory.position(at + whole);
    if (entries.put(name, content(name, nameBytes, local, size)) != null) {
      throw new BadCheckpointException("has two zip entries named '" + name + "'");
    }
  }

  private static boolean isPacked(int flags, int method) {
    return (flags & 1) != 0 || method != 0;
  }

  private ByteRange content(String name, int nameBytes, long local, long size) {
    ByteBuffer header = file.range(local, LOCAL_BYTES);
    requireSignature(header.getInt(0), LOCAL_ENTRY);
    require((header.getShort(26) & 0xffff) == nameBytes);
    require(text(file.range(local + LOCAL_BYTES, nameBytes), 0, nameBytes).equals(name));
    long start = local + LOCAL_BYTES + nameBytes + (header.getShort(28) & 0xffff);
    require(size >= 0 && start <= file.size() - size);
    return new ByteRange(start, start + size);
  }

  private static String text(ByteBuffer bytes, int at, int length) {
    return new String(bytes.array(), at, length, StandardCharsets.UTF_8);
  }

  private static void requireSignature(int found, int wanted) {
    require(found == wanted);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new BadCheckpointException("has a broken zip directory");
    }
  }

  /** Values that do not fit 32 bits, in the order in which the entry needs them. */
  private static final class Wide {
    private static final int ID = 1;
    private final ByteBuffer extra;
    private int at = -1;
    private int end;

    private Wide(ByteBuffer directory, int start, int length) {
      extra = directory;
      int field = start;
      while (field + 4 <= start + length && at < 0) {
        int size = extra.getShort(field + 2) & 0xffff;
        if (extra.getShort(field) == ID && field + 4 + size <= start + length) {
          at = field + 4;
          end = at + size;
        }
        field += 4 + size;
      }
    }

    private long orOwn(int own) {
      if (Integer.toUnsignedLong(own) != IN_ZIP64) {
        return Integer.toUnsignedLong(own);
      }
      require(at >= 0 && at + Long.BYTES <= end);
      at += Long.BYTES;
      return extra.getLong(at - Long.BYTES);
    }
  }
}
