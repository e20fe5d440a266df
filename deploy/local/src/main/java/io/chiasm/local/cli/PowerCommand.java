package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.local.machine.TemporaryFolder;
import io.chiasm.local.power.CeilingFolder;
import io.chiasm.local.power.Ceilings;
import io.chiasm.local.power.EncodingDesign;
import io.chiasm.local.power.PowerFigure;
import io.chiasm.local.power.PowerReport;
import io.chiasm.local.power.PowerTable;
import io.chiasm.local.power.PowerText;
import io.chiasm.local.power.PriorStudy;
import io.chiasm.local.power.RoiLateralisation;
import io.chiasm.local.power.Spread;
import io.chiasm.local.power.TestDesign;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.Roi;
import io.chiasm.report.writing.file.FigureFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm power}. */
@Command(
    name = "power",
    description = {
      "What N participants can show, on simulated responses.",
      "Made participants with known lateralisation go through the encoding models, and made studies"
          + " of them through the test of the report (exact sign flips, the participant as unit)."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class PowerCommand implements Callable<Integer> {
  private static final int STIMULI = 400;

  /** Published mean over participants of their median vertex in NSD, at three repeats. */
  private static final double CEILING = 0.36;

  @Option(
      names = "--participants",
      split = ",",
      paramLabel = "N",
      defaultValue = "2,3,4,5,6,7,8",
      description = "numbers of participants, such as 4,8,16 (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private List<Integer> participants;

  @Option(
      names = "--stimuli",
      paramLabel = "N",
      description = "stimuli of a participant (default: 400, or those that all of --dataset saw)")
  private @Nullable Integer stimuli;

  @Option(
      names = "--vertices",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "vertices of an ROI in one hemisphere whose noise is independent (default:"
              + " ${DEFAULT-VALUE})")
  private int vertices;

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      defaultValue = "50",
      description = "features of one half (default: ${DEFAULT-VALUE})")
  private int dimensions;

  @Option(
      names = "--halves",
      paramLabel = "R",
      defaultValue = "0.3",
      description =
          "correlation of a feature with its counterpart in the other half (default:"
              + " ${DEFAULT-VALUE})")
  private double halves;

  @Option(
      names = "--noise-ceiling",
      paramLabel = "SHARE|DIR",
      description =
          "explainable share of the variance, or a folder as dataset.noise_ceiling names it"
              + " (default: that of --dataset, or 0.36)")
  private @Nullable String ceiling;

  @Option(
      names = "--dataset",
      paramLabel = "DIR",
      converter = DataPathConverter.class,
      description = "data set in the Algonauts layout, for its stimuli and noise ceilings")
  private @Nullable Path dataset;

  @Option(
      names = "--spread",
      paramLabel = "SD",
      description =
          "standard deviation between participants of the true lateralisation (default: 0.05,"
              + " which is assumed, or by --results)")
  private @Nullable Double spread;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "results of a study whose participants tell the spread")
  private @Nullable Path results;

  @Option(
      names = "--roi",
      paramLabel = "NAME",
      description = "ROI of --results and --dataset (default: all vertices)")
  private @Nullable String roi;

  @Option(names = "--network", paramLabel = "NAME", description = "of --results (default: first)")
  private @Nullable String network;

  @Option(names = "--layer", paramLabel = "NAME", description = "of --results (default: first)")
  private @Nullable String layer;

  @Option(names = "--split", paramLabel = "NAME", description = "of --results (default: its own)")
  private @Nullable String split;

  @Option(
      names = "--effects",
      split = ",",
      paramLabel = "E",
      description = "true mean lateralisations to try (default: 13 that suit the spread)")
  private List<Double> effects = List.of();

  @Option(
      names = "--alpha",
      paramLabel = "P",
      defaultValue = "0.05",
      description = "a study shows an effect if p is at most this (default: ${DEFAULT-VALUE})")
  private double alpha;

  @Option(
      names = "--power",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "power that is enough (default: ${DEFAULT-VALUE})")
  private double wanted;

  @Option(
      names = "--studies",
      paramLabel = "N",
      defaultValue = "2000",
      description = "made studies per point (default: ${DEFAULT-VALUE})")
  private int studies;

  @Option(
      names = "--kfold",
      paramLabel = "N",
      defaultValue = "10",
      description = "folds of the encoding models (default: ${DEFAULT-VALUE})")
  private int kfold;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "everything follows from it (default: ${DEFAULT-VALUE})")
  private long seed;

  @Mixin private EncoderMemory memory = new EncoderMemory();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "folder for power.csv, power.svg and power.png (default: none is written)")
  private @Nullable Path output;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private ProgressOption progress = new ProgressOption();

  @Override
  public Integer call() {
    requireSense();
    TestDesign test =
        new TestDesign(
            participants, spread == null ? Spread.ASSUMED : spread, alpha, wanted, studies, seed);
    RoiLateralisation prior = prior();
    AlgonautsDataset data = dataset == null ? null : AlgonautsDataset.open(dataset, List.of());
    EncodingDesign encoding =
        new EncodingDesign(stimuli(data), vertices, dimensions, halves, kfold, seed);
    Ceilings ceilings = ceilings(data);
    TemporaryFolder.require();
    try (ProgressView view = progress.view()) {
      PowerReport report =
          PowerReport.of(
              encoding,
              ceilings,
              test,
              source(prior),
              prior,
              effects,
              memory.resources(),
              view::say);
      if (output != null) {
        write(output, report);
      }
      json.print(report, () -> PowerText.of(report));
      return ExitCode.OK;
    }
  }

  private void requireSense() {
    if (results == null && (network != null || layer != null || split != null)) {
      throw new InputException("--network, --layer and --split are of --results, which is missing");
    }
    if (results == null && dataset == null && roi != null) {
      throw new InputException("--roi is one of --results or --dataset; both are missing");
    }
    if (results != null && spread != null) {
      throw new InputException("--spread and --results both tell the spread; leave one out");
    }
  }

  private @Nullable RoiLateralisation prior() {
    return results == null
        ? null
        : PriorStudy.read(results, new PriorStudy.Choice(network, layer, split))
            .roi(roi == null ? Roi.ALL.name() : roi);
  }

  private String source(@Nullable RoiLateralisation prior) {
    if (prior != null) {
      return String.format(
          Locale.ROOT,
          "by %d participants of %s: %s, %s",
          prior.participants(),
          results,
          prior.condition(),
          prior.roi());
    }
    return spread == null ? "assumed; see --spread and --results" : "given";
  }

  private int stimuli(@Nullable AlgonautsDataset data) {
    if (stimuli != null) {
      return stimuli;
    }
    return data == null ? STIMULI : data.sharedStimuli().size();
  }

  private Ceilings ceilings(@Nullable AlgonautsDataset data) {
    if (ceiling == null) {
      return data != null && new CeilingFolder(dataset()).isFor(data)
          ? Ceilings.of(new CeilingFolder(dataset()).shares(data, roi))
          : Ceilings.of(List.of(CEILING));
    }
    Optional<Double> share = number(ceiling);
    if (share.isPresent()) {
      return Ceilings.of(List.of(share.get()));
    }
    CeilingFolder folder = new CeilingFolder(DataPath.of(ceiling));
    return Ceilings.of(data == null ? folder.shares() : folder.shares(data, roi));
  }

  private Path dataset() {
    return Objects.requireNonNull(dataset);
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void write(Path output, PowerReport report) {
    Figure figure = PowerFigure.of(report);
    try (OutputFolder folder = OutputFolder.take(output, "power")) {
      Files.write(folder.temporary("power.csv"), PowerTable.of(report).csv());
      FigureFiles.drawings(figure, new FolderSink(folder));
      folder.complete();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(output, e);
    }
  }
}
