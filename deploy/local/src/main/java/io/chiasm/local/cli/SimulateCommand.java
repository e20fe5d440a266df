package io.chiasm.local.cli;

import io.chiasm.local.simulate.SimulatedDataset;
import io.chiasm.local.simulate.SimulationOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chiasm simulate -o DIR}. */
@Command(
    name = "simulate",
    description = "Write a made data set with planted lateralisation, its truth and a study file.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "folder for the data set; new or empty")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path output;

  @Option(
      names = "--participants",
      paramLabel = "N",
      defaultValue = "3",
      description = "participants (default: ${DEFAULT-VALUE})")
  private int participants;

  @Option(
      names = "--stimuli",
      paramLabel = "N",
      defaultValue = "120",
      description = "stimuli that all participants see (default: ${DEFAULT-VALUE})")
  private int stimuli;

  @Option(
      names = "--own-stimuli",
      paramLabel = "N",
      defaultValue = "10",
      description = "further stimuli of each participant (default: ${DEFAULT-VALUE})")
  private int ownStimuli;

  @Option(
      names = "--vertices",
      paramLabel = "N",
      defaultValue = "200",
      description = "vertices per hemisphere (default: ${DEFAULT-VALUE})")
  private int vertices;

  @Option(
      names = "--image-size",
      paramLabel = "PIXELS",
      defaultValue = "96",
      description = "side of the square images (default: ${DEFAULT-VALUE})")
  private int imageSize;

  @Option(
      names = "--one-hemisphere",
      description = "the last participant has one hemisphere, with maps of both hemifields")
  private boolean oneHemisphere;

  @Option(
      names = "--leak",
      paramLabel = "WEIGHT",
      description =
          "weight of the ipsilateral hemifield in every response, 0 to 0.5; without it weights grow"
              + " along the hierarchy")
  private @Nullable Double leak;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "everything follows from it (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() {
    SimulatedDataset made =
        MadeStudy.write(
            output,
            new SimulationOptions(
                participants, stimuli, ownStimuli, vertices, imageSize, oneHemisphere, leak, seed),
            "simulated");
    System.out.println("Data set: " + made.folder());
    System.out.println("Run it:   ./chiasm run " + made.studyFile());
    return ExitCode.OK;
  }
}
