package io.chiasm.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files are either read or refused, in words, within little memory. */
class HostileCheckpointTest {
  private static final int TRIALS = 3000;
  private static final int MOST_FLIPS = 12;

  /** Files of a few kB: a reader that believed their lengths would need far more. */
  private static final long MOST_BYTES = 64L << 20;

  private final Path folder;

  HostileCheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.pth",
        "wrapped.pth",
        "protocol4.pth",
        "plain.safetensors",
        "legacy.pth",
        "python2.pth"
      })
  void damageGivesARefusalOrTensorsButNothingElse(String name) throws Exception {
    byte[] whole = Files.readAllBytes(Path.of(getClass().getResource(name).toURI()));
    Random random = new Random(name.hashCode());
    int refused = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] damaged = damage(whole, random);
      if (isRefused(damaged)) {
        refused++;
      }
    }
    // Flips within numbers are no damage to the structure.
    assertThat(refused).isGreaterThan(TRIALS / 5);
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int flips = random.nextInt(MOST_FLIPS);
    for (int i = 0; i < flips; i++) {
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(damaged, random.nextInt(damaged.length));
      case 1 -> shuffled(damaged, random);
      default -> damaged;
    };
  }

  /** With some bytes copied elsewhere, as if a field held another's value. */
  private static byte[] shuffled(byte[] bytes, Random random) {
    int length = 1 + random.nextInt(16);
    int from = random.nextInt(bytes.length - length);
    int to = random.nextInt(bytes.length - length);
    System.arraycopy(bytes, from, bytes, to, length);
    return bytes;
  }

  private boolean isRefused(byte[] damaged) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), damaged);
    long before = allocated();
    try {
      StateDict weights = StateDict.open(file);
      weights.keys().forEach(weights::read);
      return false;
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
      return true;
    } finally {
      assertThat(allocated() - before).isLessThan(MOST_BYTES);
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
