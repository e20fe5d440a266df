package io.chiasm.encoder.bench;

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
        "%-11s %7s %21s %8s %8s %14s %14s %14s%n",
        "kernel",
        "threads",
        "own: GFlop/s, ms",
        "sgemm",
        "dgemm",
        "rate/sgemm",
        "rate/dgemm",
        "result/sgemm");
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(KernelPairs.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build())
        .run()
        .forEach(KernelBench::print);
    System.out.println(
        "rate: operations done per second; result: the whole result's size in time (a symmetric or"
            + " triangular product needs half of the plain one's operations)");
  }

  private static void print(RunResult result) {
    double own = of(result, "ownSeconds");
    double rate = of(result, "ownOperations") / own / GIGA;
    double sgemm = of(result, "plainOperations") / of(result, "sgemmSeconds") / GIGA;
    double dgemm = of(result, "plainOperations") / of(result, "dgemmSeconds") / GIGA;
    System.out.printf(
        "%-11s %7s %9.1f %11.1f %8.1f %8.1f %13.0f%% %13.0f%% %13.0f%%%n",
        result.getParams().getParam("kernel"),
        result.getParams().getParam("threads"),
        rate,
        1000 * own / of(result, "pairs"),
        sgemm,
        dgemm,
        100 * rate / sgemm,
        100 * rate / dgemm,
        100 * of(result, "sgemmSeconds") / own);
  }

  private static double of(RunResult result, String counter) {
    return Objects.requireNonNull(result.getSecondaryResults().get(counter)).getScore();
  }
}
