package io.chiasm.local.waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Waits for a condition as long as anything moves: that a machine is slow is no failure, a
 * standstill is one.
 */
public final class Patience {
  private static final Duration STANDSTILL = Duration.ofMinutes(3);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** Looking at what moves costs more than looking at the condition. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** These write also when nobody works: the broker's log, a browser's profile. */
  private static final Set<String> RESTLESS = Set.of("broker", "profile");

  private final LongSupplier moved;

  private Patience(LongSupplier moved) {
    this.moved = moved;
  }

  /** With work that writes below {@code folder}: results, objects, logs, output. */
  public static Patience watching(Path folder) {
    return new Patience(() -> bytesBelow(folder));
  }

  /** With work that raises a number. */
  public static Patience counting(LongSupplier done) {
    return new Patience(done);
  }

  /**
   * @param failure what to say if it was in vain
   * @throws AssertionError if nothing has moved for three minutes
   */
  public void await(Supplier<String> failure, BooleanSupplier condition)
      throws InterruptedException {
    long last = moved.getAsLong();
    long since = System.nanoTime();
    long looked = since;
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - looked > LOOK.toNanos()) {
        looked = now;
        long current = moved.getAsLong();
        if (current != last) {
          last = current;
          since = now;
        }
      }
      if (now - since > STANDSTILL.toNanos()) {
        throw new AssertionError("in vain: " + failure.get());
      }
      Thread.sleep(GLANCE.toMillis());
    }
  }

  private static long bytesBelow(Path folder) {
    Bytes bytes = new Bytes();
    try {
      Files.walkFileTree(folder, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.sum;
  }

  /** Files may vanish meanwhile. */
  private static final class Bytes extends SimpleFileVisitor<Path> {
    private long sum;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      return RESTLESS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // One more for the file itself, which may be empty.
      sum += attributes.size() + 1;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
