package io.chiasm.images.natives;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/** Machine code, told by a file's first bytes; its name is asked only where they are silent. */
final class NativeCode {
  /** Bytes of a file's beginning that are looked at. */
  static final int HEAD = 64;

  private static final int ELF = 0x7f454c46;
  private static final int ELF_64_BIT = 2;
  private static final int ELF_LITTLE_ENDIAN = 1;
  private static final int ELF_SYSTEM_V = 0;
  private static final int ELF_GNU = 3;
  private static final List<Integer> MACH_O =
      List.of(0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe);
  private static final int MACH_O_FAT = 0xcafebabe;

  /** Java's classes begin as fat Mach-O files do; their version follows, from 45 on. */
  private static final int LEAST_CLASS_VERSION = 45;

  private static final int PORTABLE_EXECUTABLE = 0x4d5a;
  private static final List<Integer> XCOFF = List.of(0x01df, 0x01f7);

  /** Systems whose ELF files may say System V like Linux's with the GNU library. */
  private static final List<String> OTHER_SYSTEMS =
      List.of(
          "android",
          "musl",
          "freebsd",
          "openbsd",
          "netbsd",
          "dragonfly",
          "sunos",
          "solaris",
          "haiku");

  private NativeCode() {}

  /** Whether this is a library or program, whomever it is for. */
  static boolean is(String path, byte[] head) {
    if (head.length < Integer.BYTES) {
      return false;
    }
    int magic = ByteBuffer.wrap(head).getInt(0);
    return magic == ELF
        || MACH_O.contains(magic)
        || fat(magic, head)
        || (magic >>> 16 == PORTABLE_EXECUTABLE && named(path, ".dll", ".exe", ".lib"))
        || (XCOFF.contains(magic >>> 16) && named(path, ".so", ".a"));
  }

  private static boolean fat(int magic, byte[] head) {
    return magic == MACH_O_FAT
        && head.length >= 2 * Integer.BYTES
        && ByteBuffer.wrap(head).getInt(Integer.BYTES) < LEAST_CLASS_VERSION;
  }

  private static boolean named(String path, String... endings) {
    String name = path.toLowerCase(Locale.ROOT);
    return List.of(endings).stream().anyMatch(name::endsWith);
  }

  /** Whether the platform can load it. */
  static boolean runsOn(Platform platform, String path, byte[] head) {
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    return head.length == HEAD
        && header.duplicate().getInt(0) == ELF
        && header.get(4) == ELF_64_BIT
        && header.get(5) == ELF_LITTLE_ENDIAN
        && (header.get(7) == ELF_SYSTEM_V || header.get(7) == ELF_GNU)
        && header.getShort(18) == platform.machine()
        && OTHER_SYSTEMS.stream().noneMatch(path.toLowerCase(Locale.ROOT)::contains);
  }
}
