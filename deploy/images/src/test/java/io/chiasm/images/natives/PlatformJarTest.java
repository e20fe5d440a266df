package io.chiasm.images.natives;

import static io.chiasm.images.made.MadeApp.ARM64;
import static io.chiasm.images.made.MadeApp.X86_64;
import static io.chiasm.images.made.MadeApp.bytes;
import static io.chiasm.images.made.MadeApp.elf;
import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.images.made.MadeApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformJarTest {
  private static final int FREEBSD = 9;
  private static final int GNU = 3;
  private static final int POWER = 21;

  private final Path folder;

  PlatformJarTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void librariesOfOtherProcessorsAndSystemsAreLeftOut() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", bytes("Manifest-Version: 1.0\n"));
    entries.put("linux/amd64/liba.so", elf(X86_64, 0));
    entries.put("linux/gnu/liba.so.1", elf(X86_64, GNU));
    entries.put("linux/aarch64/liba.so", elf(ARM64, 0));
    entries.put("linux/ppc64le/liba.so", elf(POWER, 0));
    entries.put("linux/x86_64-musl/liba.so", elf(X86_64, 0));
    entries.put("linux/android-x86_64/liba.so", elf(X86_64, 0));
    entries.put("freebsd/amd64/liba.so", elf(X86_64, FREEBSD));
    entries.put("SunOS/x86_64/liba.so", elf(X86_64, 0));
    entries.put("win/a.dll", bytes("MZ and so on"));
    entries.put("mac/liba.dylib", head(0xcf, 0xfa, 0xed, 0xfe, 0, 0, 0, 0));
    entries.put("mac/fat/liba.dylib", head(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2));
    entries.put("aix/liba.a", head(0x01, 0xf7, 0, 4));
    entries.put("A.class", head(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61));
    entries.put("table.bin", head(0x01, 0xf7, 0, 4));
    entries.put("MZ.txt", bytes("MZ is a word"));
    entries.put("empty", new byte[0]);

    Path out = folder.resolve("out.jar");
    PlatformJar copied = PlatformJar.copy(jar(entries), out, Platform.LINUX_X86_64);

    assertThat(copied).isEqualTo(new PlatformJar(true, true));
    assertThat(names(out))
        .containsExactly(
            "META-INF/MANIFEST.MF",
            "linux/amd64/liba.so",
            "linux/gnu/liba.so.1",
            "A.class",
            "table.bin",
            "MZ.txt",
            "empty");
    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertThat(zip.getInputStream(zip.getEntry("MZ.txt")).readAllBytes())
          .isEqualTo(bytes("MZ is a word"));
    }
  }

  @Test
  void theOtherPlatformGetsItsOwn() throws IOException {
    Path both =
        jar(Map.of("linux/amd64/liba.so", elf(X86_64, 0), "linux/arm64/liba.so", elf(ARM64, 0)));
    Path out = folder.resolve("out.jar");

    PlatformJar.copy(both, out, Platform.LINUX_ARM64);

    assertThat(names(out)).containsExactly("linux/arm64/liba.so");
  }

  @Test
  void aJarWithoutForeignLibrariesStaysAsItIs() throws IOException {
    Path plain = jar(Map.of("A.class", head(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61)));
    Path out = folder.resolve("out.jar");

    PlatformJar copied = PlatformJar.copy(plain, out, Platform.LINUX_X86_64);

    assertThat(copied).isEqualTo(new PlatformJar(false, false));
    assertThat(Files.readAllBytes(out)).isEqualTo(Files.readAllBytes(plain));
  }

  private static byte[] head(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    Path jar = folder.resolve("in.jar");
    MadeApp.writeJar(jar, entries);
    return jar;
  }

  private static Iterable<String> names(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(entry -> entry.getName()).toList();
    }
  }
}
