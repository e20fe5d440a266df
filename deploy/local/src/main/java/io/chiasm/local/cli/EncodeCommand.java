package io.chiasm.local.cli;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.EncodingResult;
import io.chiasm.encoding.encode.EncodingSettings;
import io.chiasm.encoding.encode.FeatureEncoding;
import io.chiasm.encoding.encode.HemifieldFeatures;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.work.Resources;
import io.chiasm.local.machine.TemporaryFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm encode}. */
@Command(
    name = "encode",
    description = "Encoding models from features and responses of anywhere.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class EncodeCommand implements Callable<Integer> {
  @Option(
      names = "--left",
      required = true,
      paramLabel = "L.npy",
      converter = DataPathConverter.class,
      description = "features of the left half, [stimulus, feature…]")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path left;

  @Option(
      names = "--right",
      required = true,
      paramLabel = "R.npy",
      converter = DataPathConverter.class,
      description = "features of the right half")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path right;

  @Option(
      names = "--midline",
      paramLabel = "M.npy",
      converter = DataPathConverter.class,
      description = "features of neither half: they enter the full model only")
  private @Nullable Path midline;

  @Option(
      names = "--responses",
      required = true,
      paramLabel = "Y.npy",
      converter = DataPathConverter.class,
      description = "responses, [stimulus, vertex]")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path responses;

  @Option(
      names = "--hemisphere",
      required = true,
      paramLabel = "lh|rh",
      description = "where the vertices lie")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String hemisphere;

  @Option(
      names = "--folds",
      paramLabel = "F.npy",
      converter = DataPathConverter.class,
      description = "fold in which each stimulus is held out, -1 for never (default: drawn)")
  private @Nullable Path folds;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "folder of the arrays; those of an earlier run go")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path output;

  @Option(
      names = "--regression",
      paramLabel = "NAME",
      defaultValue = "ridge",
      description = "ridge or pca-ols (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private String regression;

  @Option(
      names = "--components",
      paramLabel = "N",
      defaultValue = "100",
      description = "of pca-ols (default: ${DEFAULT-VALUE})")
  private int components;

  @Option(
      names = "--alphas",
      split = ",",
      paramLabel = "A",
      description = "of ridge, ascending (default: 1e-4 to 1e6, 11 of them)")
  private @Nullable List<Double> alphas;

  @Option(
      names = "--gammas",
      split = ",",
      paramLabel = "G",
      description =
          "weights of the right half for banded ridge, ascending from 0 to 1 (default: 0, 0.1,"
              + " 0.25, 0.5, 0.75, 0.9, 1)")
  private @Nullable List<Double> gammas;

  @Mixin private EncoderMemory memory = new EncoderMemory();

  @Option(names = "--no-banded", description = "leave banded ridge out, which takes most time")
  private boolean withoutBanded;

  @Option(
      names = "--scaling",
      paramLabel = "NAME",
      defaultValue = "trace",
      description = "trace, feature or none (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private String scaling;

  @Option(
      names = "--kfold",
      paramLabel = "N",
      defaultValue = "10",
      description = "folds to draw (default: ${DEFAULT-VALUE})")
  private int kfold;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "of the drawing (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() {
    EncodingSettings settings = settings();
    TemporaryFolder.require();
    ValidationSpec drawing = drawing();
    Resources resources = memory.resources();
    try (OutputFolder folder = OutputFolder.take(output, "encode")) {
      RealTensor measured = reals(responses);
      int[] used = folds(drawing, measured);
      EncodingResult result =
          new FeatureEncoding(resources).encode(features(), measured, Folds.of(used), settings);
      write(folder, result, used);
      result.warnings().forEach(w -> System.err.println("warning: " + w.sentence()));
      System.out.println(result.arrays().size() + " arrays in " + output);
      return ExitCode.OK;
    }
  }

  private static void write(OutputFolder folder, EncodingResult result, int[] folds) {
    try {
      for (Map.Entry<String, FloatTensor> array : result.arrays().entrySet()) {
        try (OutputStream out = Files.newOutputStream(folder.temporary(array.getKey() + ".npy"))) {
          NpyWriter.write(out, array.getValue());
        }
      }
      try (OutputStream out = Files.newOutputStream(folder.temporary("folds.npy"))) {
        long[] used = Arrays.stream(folds).asLongStream().toArray();
        NpyWriter.write(out, new LongTensor(Shape.of(used.length), used));
      }
      folder.complete();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder.path(), e);
    }
  }

  private EncodingSettings settings() {
    Hemisphere side = checked("--hemisphere", () -> Hemisphere.of(hemisphere));
    return new EncodingSettings(side, Midline.EXCLUDE, new EncodingSpec(regression(), scaling()));
  }

  /** Values that fit no study are the user's mistake. */
  private static <T> T checked(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(option + ": " + e.getMessage(), e);
    }
  }

  private ValidationSpec drawing() {
    return checked("--kfold, --seed", () -> new ValidationSpec.KFold(kfold, seed));
  }

  private Regression regression() {
    return switch (regression) {
      case "ridge" -> checked("--alphas, --gammas", this::ridge);
      case "pca-ols" -> checked("--components", () -> new Regression.PcaOls(components));
      default ->
          throw new InputException("--regression " + regression + ": possible are ridge, pca-ols");
    };
  }

  private Regression ridge() {
    return new Regression.Ridge(alphas == null ? AlphaGrid.DEFAULT : alphas, weights());
  }

  private List<Double> weights() {
    if (withoutBanded) {
      return List.of();
    }
    return gammas == null ? Regression.Ridge.DEFAULT_GAMMAS : gammas;
  }

  private Scaling scaling() {
    return LabelOption.of("--scaling", scaling, Scaling.class);
  }

  private int[] folds(ValidationSpec drawing, RealTensor measured) {
    if (measured.shape().rank() != 2) {
      throw new InputException(
          responses + ": has the shape " + measured.shape() + ", not [stimulus, vertex]");
    }
    int stimuli = Math.toIntExact(measured.shape().extent(0));
    return folds == null ? Folds.draw(drawing, stimuli).toArray() : given(folds);
  }

  /** Numbers of any type that are whole, as numpy often leaves them. */
  private static int[] given(Path folds) {
    RealTensor numbers = reals(folds);
    if (numbers.shape().rank() != 1) {
      throw new InputException(folds + ": has the shape " + numbers.shape() + ", not [stimulus]");
    }
    int[] given = new int[Math.toIntExact(numbers.shape().elements())];
    for (int i = 0; i < given.length; i++) {
      double number = numbers.get(i);
      given[i] = (int) number;
      if (given[i] != number) {
        throw new InputException(
            folds + ": " + number + " at row " + i + " is no fold; folds are -1, 0, 1 …");
      }
    }
    return given;
  }

  private HemifieldFeatures features() {
    return new HemifieldFeatures(
        features(left), features(right), midline == null ? null : features(midline));
  }

  private static Features features(Path path) {
    try (NpyFile file = NpyFile.open(path)) {
      return Features.of(path.toString(), file.reals());
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static RealTensor reals(Path path) {
    try (NpyFile file = NpyFile.open(path)) {
      return file.reals();
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
