package io.chiasm.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on a file system of its own, which can be filled to its last byte. Needs root. */
final class SmallDisk implements AutoCloseable {
  private static final String FILLER = "filler";
  private static final int PIECE = 64 << 10;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this machine lets file systems be mounted. */
  static boolean possible(Path folder) throws Exception {
    Path trial = Files.createDirectories(folder.resolve("mounted"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", trial.toString()) == 0;
    if (mounted) {
      run("umount", "-l", trial.toString());
    }
    return mounted;
  }

  /**
   * @param size such as {@code 200m}
   */
  static SmallDisk at(Path folder, String size) throws Exception {
    Files.createDirectories(folder);
    if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) != 0) {
      throw new IOException("cannot mount a file system at " + folder);
    }
    return new SmallDisk(folder);
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Leaves no room. */
  void fill() throws IOException {
    byte[] piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(folder.resolve(FILLER))) {
      while (true) {
        out.write(piece);
      }
    } catch (IOException e) {
      // Full.
    }
  }

  /** Gives the room back. */
  void empty() throws IOException {
    Files.deleteIfExists(folder.resolve(FILLER));
  }

  @Override
  public void close() throws Exception {
    run("umount", "-l", folder.toString());
  }
}
