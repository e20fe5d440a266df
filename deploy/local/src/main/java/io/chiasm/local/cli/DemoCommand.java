package io.chiasm.local.cli;

import io.chiasm.local.progress.ProgressView;
import io.chiasm.local.simulate.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm demo}. */
@Command(
    name = "demo",
    description =
        "Simulate a small data set with known lateralisation and run a whole study on it.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "results/demo",
      description = "folder of the results (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private Path output;

  @Mixin private StackOptions stack = new StackOptions();
  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() throws IOException {
    ProgressView view = progress.view();
    Path data = output.resolve("data");
    Path study = data.resolve("study.yaml");
    if (!Files.exists(study)) {
      view.say("Simulating photographs, a cortex and its responses …");
      MadeStudy.write(data, SimulationOptions.DEMO, "demo");
    }
    int code =
        new LocalStudy(stack.settings(output.resolve(".chiasm"), 0), view).run(study, output);
    System.out.println(
        "The responses are simulated: "
            + data.resolve("truth").resolve("README.md")
            + " says what was planted.");
    return code;
  }
}
