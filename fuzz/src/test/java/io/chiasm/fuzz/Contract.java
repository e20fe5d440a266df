package io.chiasm.fuzz;

import com.sun.management.ThreadMXBean;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What every reader promises whatever the bytes: it answers, or it refuses them with an {@link
 * InputException} that says something; and what it allocates on the way is bounded. All that is
 * allocated counts, also what is given back at once, so the bound is one on work as well.
 */
final class Contract {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Contract() {}

  /** Runs a target; any other exception than the promised one comes out as it is. */
  static void check(Target target, byte[] bytes) {
    long most = target.anyway() + target.perByte() * bytes.length;
    if (allocated(target, bytes) > most) {
      // What classes and tables set up once is not the input's.
      requireModest(target, bytes.length, allocated(target, bytes), most);
    }
  }

  private static long allocated(Target target, byte[] bytes) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      target.reader().read(bytes);
    } catch (InputException e) {
      requireWords(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static void requireWords(InputException e) {
    if (e.getMessage() == null || e.getMessage().isBlank()) {
      throw new AssertionError("refused without a word", e);
    }
  }

  private static void requireModest(Target target, int length, long allocated, long most) {
    if (allocated > most) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s allocated %d bytes for %d bytes of input, more than %d",
              target.name(),
              allocated,
              length,
              most));
    }
  }
}
