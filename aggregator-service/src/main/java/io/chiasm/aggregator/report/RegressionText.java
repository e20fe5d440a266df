package io.chiasm.aggregator.report;

import io.chiasm.aggregator.table.DecimalText;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.ValidationSpec;
import java.math.BigDecimal;
import java.util.List;

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
          + ".";
    }
    return "Responses were predicted by exact principal component regression with "
        + ((Regression.PcaOls) regression).components()
        + " components and ordinary least squares.";
  }

  private static String grid(List<Double> alphas) {
    return alphas.size() == 1
        ? "fixed at " + number(alphas.get(0))
        : "from %d values between %s and %s"
            .formatted(alphas.size(), number(alphas.get(0)), number(alphas.get(alphas.size() - 1)));
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
      return "Scores are means over %d folds of stimuli (seed %d), each held out once."
          .formatted(kfold.folds(), kfold.seed());
    }
    if (validation instanceof ValidationSpec.Holdout holdout) {
      return "A share of %s of the stimuli was held out (seed %d)."
          .formatted(holdout.fraction(), holdout.seed());
    }
    return "Folds of stimuli were taken from a file (%s); see tables/folds.csv."
        .formatted(((ValidationSpec.FoldFile) validation).file().getFileName());
  }
}
