package io.chiasm.local.power;

import io.chiasm.contracts.brain.Hemifield;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.EncodingResult;
import io.chiasm.encoding.encode.EncodingSettings;
import io.chiasm.encoding.encode.FeatureEncoding;
import io.chiasm.encoding.encode.HemifieldFeatures;
import io.chiasm.encoding.gram.Features;
import io.chiasm.encoding.work.Resources;
import io.chiasm.local.simulate.Draws;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Made participants with known lateralisation, measured as a study measures it: the encoding models
 * of both hemispheres, lateralisation meant over the vertices of an ROI, then over hemispheres.
 */
final class MadeParticipants {
  /** Levels of planted lateralisation, from none to as much as there can be. */
  static final int LEVELS = 6;

  /** Participants of each level. */
  static final int MEMBERS = 24;

  private static final EncodingSpec RIDGE =
      new EncodingSpec(
          new Regression.Ridge(AlphaGrid.DEFAULT, List.of()), EncodingSpec.Scaling.TRACE);

  private final EncodingDesign design;
  private final Ceilings ceilings;
  private final MadeFeatures features;

  MadeParticipants(EncodingDesign design, Ceilings ceilings) {
    this.design = design;
    this.ceilings = ceilings;
    this.features = new MadeFeatures(design);
  }

  /**
   * Fits and scores the encoding models of all made participants.
   *
   * @param said takes a line about each hemisphere
   * @throws io.chiasm.contracts.failure.InputException if there is too little memory or a fold has
   *     too few stimuli
   */
  Measurement measured(Resources resources, Consumer<String> said) {
    return new Measurement(most() / (LEVELS - 1), lateralisation(resources, said));
  }

  /** {@code [level, participant]}, levels evenly spaced from 0 to {@link #most}. */
  double[][] lateralisation(Resources resources, Consumer<String> said) {
    double[][] measured = new double[LEVELS][MEMBERS];
    for (Hemisphere hemisphere : Hemisphere.values()) {
      said.accept(
          String.format(
              Locale.ROOT,
              "Encoding models of %,d vertices, %s …",
              LEVELS * MEMBERS * design.vertices(),
              hemisphere.label()));
      float[] lateralisation =
          encoded(hemisphere, resources).array(ArrayName.LATERALISATION.value()).values();
      for (int member = 0; member < LEVELS * MEMBERS; member++) {
        measured[member / MEMBERS][member % MEMBERS] +=
            mean(lateralisation, member) / Hemisphere.values().length;
      }
    }
    return measured;
  }

  /** The largest lateralisation: responses to the contralateral half alone. */
  double most() {
    return ceilings.mean() * (1 - design.halves());
  }

  private EncodingResult encoded(Hemisphere hemisphere, Resources resources) {
    Folds folds =
        Folds.draw(new ValidationSpec.KFold(design.folds(), design.seed()), design.stimuli());
    HemifieldFeatures halves =
        new HemifieldFeatures(half(Hemifield.LEFT), half(Hemifield.RIGHT), null);
    return new FeatureEncoding(resources)
        .encode(
            halves,
            responses(hemisphere),
            folds,
            new EncodingSettings(hemisphere, Midline.EXCLUDE, RIDGE));
  }

  private Features half(Hemifield half) {
    return Features.of("made features", features.of(half));
  }

  /** {@code [stimulus, level · member · vertex]}. */
  private FloatTensor responses(Hemisphere hemisphere) {
    int columns = LEVELS * MEMBERS * design.vertices();
    FloatTensor responses = FloatTensor.zeros(design.stimuli(), columns);
    IntStream.range(0, LEVELS * MEMBERS)
        .parallel()
        .forEach(member -> fill(responses.values(), columns, member, hemisphere));
    return responses;
  }

  private void fill(float[] responses, int columns, int member, Hemisphere hemisphere) {
    double level = (double) (member / MEMBERS) / (LEVELS - 1);
    Planting planting = Planting.of(level * (1 - design.halves()), design.halves());
    Draws draws = new Draws(design.seed(), "made " + hemisphere.label(), member);
    MadeVertex made = new MadeVertex(features, design.dimensions(), hemisphere);
    for (int vertex = 0; vertex < design.vertices(); vertex++) {
      double[] response = made.responses(planting, ceilings.draw(draws), draws);
      int column = member * design.vertices() + vertex;
      for (int stimulus = 0; stimulus < response.length; stimulus++) {
        responses[stimulus * columns + column] = (float) response[stimulus];
      }
    }
  }

  private double mean(float[] lateralisation, int member) {
    return IntStream.range(0, design.vertices())
        .mapToDouble(vertex -> lateralisation[member * design.vertices() + vertex])
        .average()
        .orElse(Double.NaN);
  }
}
