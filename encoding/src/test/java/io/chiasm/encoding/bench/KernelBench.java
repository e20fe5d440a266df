package io.chiasm.encoding.bench;

import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link KernelPairs} and prints ratios; takes JMH's own options. */
final class KernelBench {
  private static final double GIGA = 1e9;

  private KernelBench() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    System.out.printf(
        "%-11s %7s %10s %8s %8s %12s %12s %14s%n",
        "kernel", "threads", "GFlop/s", "sgemm", "dgemm", "of sgemm", "of dgemm", "time to sgemm");
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(KernelPairs.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build())
        .run()
        .forEach(KernelBench::print);
    System.out.println(
        "GFlop/s: operations needed, for the symmetric Gram matrix and the triangular screening half"
            + " of the plain product's; time to sgemm: the plain product's time over the kernel's");
  }

  private static void print(RunResult result) {
    double own = of(result, "own");
    double rate = of(result, "ownOperations") / own / GIGA;
    double sgemm = of(result, "plainOperations") / of(result, "sgemm") / GIGA;
    double dgemm = of(result, "plainOperations") / of(result, "dgemm") / GIGA;
    System.out.printf(
        "%-11s %7s %10.1f %8.1f %8.1f %11.0f%% %11.0f%% %13.0f%%%n",
        result.getParams().getParam("kernel"),
        result.getParams().getParam("threads"),
        rate,
        sgemm,
        dgemm,
        100 * rate / sgemm,
        100 * rate / dgemm,
        100 * of(result, "sgemm") / own);
  }

  private static double of(RunResult result, String counter) {
    return Objects.requireNonNull(result.getSecondaryResults().get(counter)).getScore();
  }
}
