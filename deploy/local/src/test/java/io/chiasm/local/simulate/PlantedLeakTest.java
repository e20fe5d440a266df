package io.chiasm.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemifield;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.encoding.encode.EncodingSettings;
import io.chiasm.encoding.encode.FeatureEncoding;
import io.chiasm.encoding.encode.HemifieldFeatures;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.work.Resources;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a leak between the hemifields, in the responses or in the features, and finds it again
 * with the encoding models of a study. Features are amounts of edges in cells of the photographs,
 * which need no model of the cortex.
 */
class PlantedLeakTest {
  private static final int STIMULI = 160;
  private static final int VERTICES = 60;

  /** Cells of a half, down and across. */
  private static final int DOWN = 4;

  private static final int ACROSS = 2;
  private static final int FEATURES = DOWN * ACROSS;

  /**
   * Standard error of a mean over 120 vertices of a difference of two correlations over 160
   * stimuli, as if four vertices were independent: √2 / √160 / 2. Vertices share the photographs.
   */
  private static final double ERROR = 0.056;

  private static final EncodingSpec RIDGE =
      new EncodingSpec(
          new Regression.Ridge(List.of(0.01, 1.0, 100.0), List.of()), EncodingSpec.Scaling.TRACE);

  private final Path folder;

  PlantedLeakTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void lateralisationFallsAsResponsesLeak() {
    // When
    double[] found = {planted(0.0, 0), planted(0.25, 0), planted(0.5, 0)};
    // Then
    assertThat(found[0]).isGreaterThan(3 * ERROR);
    assertThat(found[1]).isLessThan(found[0] - ERROR / 2).isGreaterThan(ERROR);
    // Both hemifields weigh the same.
    assertThat(found[2]).isCloseTo(0, within(ERROR));
  }

  @Test
  void whatCrossesTakesAwayMoreTheMoreFeaturesLeak() {
    // Given: halves of features without a leak, as of half an image
    double apart = planted(0.0, 0);
    // When: the term `crossing`, features less image
    double none = planted(0.0, 0) - apart;
    double some = planted(0.0, 0.2) - apart;
    double all = planted(0.0, 0.5) - apart;
    // Then
    assertThat(none).isZero();
    assertThat(some).isNegative();
    assertThat(all).isLessThan(some);
    // Halves that are the same predict the same: all of it is taken away.
    assertThat(all).isCloseTo(-apart, within(1e-6));
  }

  /**
   * Mean lateralisation over all vertices.
   *
   * @param responses weight of the ipsilateral hemifield in responses
   * @param features weight of the other half's features in each half's
   */
  private double planted(double responses, double features) {
    Path made = folder.resolve(responses + "-" + features);
    SimulationOptions options =
        new SimulationOptions(1, STIMULI, 0, VERTICES, 64, false, responses, 3);
    if (!made.toFile().exists()) {
      Simulation.write(made, options, "made", "networks: []");
    }
    AlgonautsDataset dataset = AlgonautsDataset.open(made, List.of());
    List<FloatTensor> halves = halves(dataset, features);
    HemifieldFeatures spaces =
        new HemifieldFeatures(
            Features.of("left", halves.get(0)), Features.of("right", halves.get(1)), null);
    return IntStream.range(0, 2)
        .mapToDouble(side -> lateralisation(dataset, Hemisphere.values()[side], spaces))
        .average()
        .orElseThrow();
  }

  private double lateralisation(
      AlgonautsDataset dataset, Hemisphere hemisphere, HemifieldFeatures spaces) {
    ParticipantId participant = dataset.participants().get(0);
    RealTensor measured = dataset.responses(participant, hemisphere, dataset.sharedStimuli());
    FloatTensor responses = FloatTensor.zeros(STIMULI, dataset.vertices(participant, hemisphere));
    for (int i = 0; i < responses.values().length; i++) {
      responses.values()[i] = (float) measured.get(i);
    }
    float[] values =
        new FeatureEncoding(new Resources(2, 256L << 20, folder))
            .encode(
                spaces,
                responses,
                Folds.draw(new ValidationSpec.KFold(3, 0), STIMULI),
                new EncodingSettings(hemisphere, Midline.EXCLUDE, RIDGE))
            .array(ArrayName.LATERALISATION.value())
            .values();
    return IntStream.range(0, values.length).mapToDouble(v -> values[v]).average().orElseThrow();
  }

  /** {@code [stimulus, cell]} of the left and of the right half; cells face each other. */
  private static List<FloatTensor> halves(AlgonautsDataset dataset, double leak) {
    List<StimulusId> stimuli = dataset.sharedStimuli();
    FloatTensor left = FloatTensor.zeros(STIMULI, FEATURES);
    FloatTensor right = FloatTensor.zeros(STIMULI, FEATURES);
    for (int row = 0; row < STIMULI; row++) {
      BufferedImage image = read(dataset.image(stimuli.get(row)).file());
      for (int cell = 0; cell < FEATURES; cell++) {
        double here = edges(image, cell, Hemifield.LEFT);
        double there = edges(image, cell, Hemifield.RIGHT);
        left.values()[row * FEATURES + cell] = (float) ((1 - leak) * here + leak * there);
        right.values()[row * FEATURES + cell] = (float) ((1 - leak) * there + leak * here);
      }
    }
    return List.of(left, right);
  }

  /** Steps between neighbouring pixels of a cell, the column counted from the outside in. */
  private static double edges(BufferedImage image, int cell, Hemifield half) {
    int height = image.getHeight() / DOWN;
    int width = image.getWidth() / 2 / ACROSS;
    int top = cell / ACROSS * height;
    int outer = cell % ACROSS * width;
    int first = half == Hemifield.LEFT ? outer : image.getWidth() - outer - width;
    double sum = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = first; x < first + width - 1; x++) {
        sum += Math.abs(green(image, x + 1, y) - green(image, x, y));
      }
    }
    return Math.sqrt(sum);
  }

  private static int green(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) >> 8 & 0xff;
  }

  private static BufferedImage read(Path file) {
    try {
      return ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
