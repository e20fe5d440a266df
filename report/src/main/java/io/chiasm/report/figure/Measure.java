package io.chiasm.report.figure;

import io.chiasm.contracts.study.SplitName;
import io.chiasm.report.results.Quantity;
import java.util.List;

/**
 * What a set of figures measures prediction by.
 *
 * @param own whether the figures show the study's own split, not a control
 * @param prefix of file names
 * @param title of the figures of models
 * @param axis of the figures of models
 * @param models side by side
 * @param difference contralateral less ipsilateral
 * @param explanation what a number is, for the caption; the split's name follows
 */
record Measure(
    boolean own,
    String prefix,
    String title,
    String axis,
    List<Model> models,
    Quantity difference,
    String differenceTitle,
    String differenceAxis,
    String explanation) {
  Measure {
    models = List.copyOf(models);
  }

  /** One bar of a group. */
  record Model(String label, String colour, Quantity quantity) {}

  /** Pearson r. */
  static final Measure SCORE =
      new Measure(
          true,
          "",
          "Prediction by the full, contralateral and ipsilateral half",
          "Pearson r",
          List.of(
              new Model("full", StudyColours.FULL, Quantity.SCORE_FULL),
              new Model("contralateral", StudyColours.CONTRA, Quantity.SCORE_CONTRA),
              new Model("ipsilateral", StudyColours.IPSI, Quantity.SCORE_IPSI)),
          Quantity.LATERALISATION,
          "Lateralisation (contralateral − ipsilateral prediction)",
          "r contra − r ipsi",
          "Score: correlation (Pearson r) of predicted and measured responses to held-out stimuli,"
              + " mean over the vertices of an ROI. Split: ");

  /** Variance that only one half explains. */
  static final Measure UNIQUE =
      new Measure(
          true,
          "unique_",
          "Unique variance of the contralateral and ipsilateral half",
          "unique R²",
          List.of(
              new Model("contralateral", StudyColours.CONTRA, Quantity.UNIQUE_CONTRA),
              new Model("ipsilateral", StudyColours.IPSI, Quantity.UNIQUE_IPSI)),
          Quantity.UNIQUE_LATERALISATION,
          "Lateralisation of unique variance (contralateral − ipsilateral)",
          "unique R² contra − ipsi",
          "Unique variance: R² of the full model on held-out stimuli less that of the other half's"
              + " model, mean over the vertices of an ROI, not clipped. Split: ");

  /** The same numbers under a control split, in the words of its halves. */
  Measure control(String split) {
    return switch (SplitName.of(split)) {
      case UPPER_LOWER -> between("upper", "lower");
      case RANDOM, CHANNELS -> between("first half", "second half");
      case FEATURES, IMAGE, JOINT, ARCHITECTURE, MIRRORED ->
          titled(differenceTitle, differenceAxis);
    };
  }

  /** The first half takes the contralateral one's place. */
  private Measure between(String first, String second) {
    return titled(
        differenceTitle
            .replace("Lateralisation", "Difference")
            .replace("contralateral", first)
            .replace("ipsilateral", second),
        differenceAxis.replace("contra", first).replace("ipsi", second));
  }

  private Measure titled(String newTitle, String newAxis) {
    return new Measure(
        false, prefix, title, axis, models, difference, newTitle, newAxis, explanation);
  }
}
