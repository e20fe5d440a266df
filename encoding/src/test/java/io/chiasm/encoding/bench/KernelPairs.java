package io.chiasm.encoding.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Every kernel and its plain products in alternation, in one process, so that what else the machine
 * does slows all of them alike.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 3)
public class KernelPairs {
  private static final double SECOND = 1e9;

  /** A kernel with its threads. */
  @State(Scope.Thread)
  public static class Subject {
    /** Which product. */
    @Param({"gram", "screening", "prediction", "scoring"})
    public String kernel = "";

    /** Worker threads of the kernel, and OpenBLAS's own of the plain product. */
    @Param({"1", "2"})
    public int threads;

    private @Nullable Kernel subject;

    /** Makes the operands. */
    @Setup(Level.Trial)
    public void make() {
      subject = Kernel.of(kernel, threads);
    }

    /** Frees them. */
    @TearDown(Level.Trial)
    public void free() {
      subject().close();
    }

    private Kernel subject() {
      if (subject == null) {
        throw new IllegalStateException("not made yet");
      }
      return subject;
    }
  }

  /** The fastest of an iteration, in seconds: what neighbours on the machine disturbed least. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Fastest {
    public double own;
    public double sgemm;
    public double dgemm;
    public double ownOperations;
    public double plainOperations;
  }

  /** One of each. */
  @Benchmark
  public void pair(Subject state, Fastest fastest) {
    Kernel kernel = state.subject();
    fastest.own = faster(fastest.own, kernel::run);
    fastest.sgemm = faster(fastest.sgemm, kernel.plain()::sgemm);
    fastest.dgemm = faster(fastest.dgemm, kernel.plain()::dgemm);
    fastest.ownOperations = kernel.operations();
    fastest.plainOperations = kernel.plain().operations();
  }

  private static double faster(double before, Runnable work) {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / SECOND;
    return before == 0 ? seconds : Math.min(before, seconds);
  }
}
