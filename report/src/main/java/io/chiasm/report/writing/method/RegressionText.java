package io.chiasm.report.writing.method;

import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.report.table.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Regression and validation in words. */
final class RegressionText {
  private RegressionText() {}

  static String of(EncodingSpec encoding, ValidationSpec validation) {
    return regression(encoding.regression())
        + " "
        + scaling(encoding.scaling())
        + " "
        + validation(validation)
        + " Features and responses were centred on training stimuli only.";
  }

  private static String regression(Regression regression) {
    if (regression instanceof Regression.Ridge ridge) {
      return "Responses were predicted by ridge regression in its dual form; the penalty α was"
          + " chosen per vertex by inner cross-validation on training stimuli only, "
          + grid(ridge.alphas())
          + "."
          + banded(ridge);
    }
    return "Responses were predicted by exact principal component regression with "
        + ((Regression.PcaOls) regression).components()
        + " components and ordinary least squares.";
  }

  private static String banded(Regression.Ridge ridge) {
    List<Double> gammas = ridge.gammas();
    return gammas.isEmpty()
        ? ""
        : " Banded ridge, reported beside the full model as banded, weighs the Gram matrices of the"
            + " right half by γ and of the left half by 1 − γ; γ ("
            + gammas.stream().map(RegressionText::number).collect(Collectors.joining(", "))
            + ") and α were chosen together per vertex in the same way (Dupré la Tour et al. 2022,"
            + " doi:10.1016/j.neuroimage.2022.119728). It was fitted where the halves are"
            + " hemifields with models of their own, so neither to the joint split nor to the"
            + " controls whose groups are no hemifields.";
  }

  private static String grid(List<Double> alphas) {
    return alphas.size() == 1
        ? "fixed at " + number(alphas.get(0))
        : String.format(
            Locale.ROOT,
            "from %d values between %s and %s",
            alphas.size(),
            number(alphas.get(0)),
            number(alphas.get(alphas.size() - 1)));
  }

  /** Without an exponent: penalties are round numbers. */
  private static String number(double value) {
    return new BigDecimal(DecimalText.exact(value)).toPlainString();
  }

  private static String scaling(EncodingSpec.Scaling scaling) {
    return switch (scaling) {
      case TRACE ->
          "All Gram matrices of a layer were divided by the mean diagonal of the centred full Gram"
              + " matrix, so α is relative to the layer's own energy.";
      case FEATURE -> "Every feature was standardised over the study's stimuli.";
      case NONE -> "Features were not scaled.";
    };
  }

  private static String validation(ValidationSpec validation) {
    if (validation instanceof ValidationSpec.KFold kfold) {
      return String.format(
          Locale.ROOT,
          "Scores are means over %d folds of stimuli (seed %d), each held out once.",
          kfold.folds(),
          kfold.seed());
    }
    if (validation instanceof ValidationSpec.Holdout holdout) {
      return String.format(
          Locale.ROOT,
          "A share of %s of the stimuli was held out (seed %d).",
          holdout.fraction(),
          holdout.seed());
    }
    return "Folds of stimuli were taken from a file (%s); see tables/folds.csv."
        .formatted(((ValidationSpec.FoldFile) validation).file().getFileName());
  }
}
