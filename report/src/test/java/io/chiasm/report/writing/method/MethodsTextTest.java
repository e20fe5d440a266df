package io.chiasm.report.writing.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.report.results.MadeStudy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsTextTest {
  @Test
  void recalibratedNetworksAreCalledUntrained() {
    Study study = MadeStudy.study(List.of("recalibrated"));
    assertThat(String.join(" ", MethodsText.of(study, 10)))
        .contains(
            "recalibrated is efficientnet_b0, untrained: weights drawn by the architecture's own"
                + " rule from seed 0, then batch norm recalibrated on 256 images");
  }

  @Test
  void roundedActivationsAreTold() {
    Study study = MadeStudy.study();
    Study halves =
        new Study(
            study.name(),
            study.dataset(),
            study.networks(),
            study.preprocessing(),
            ActivationType.FLOAT16,
            study.split(),
            study.encoding(),
            study.validation(),
            study.semantic(),
            study.surface(),
            study.vertex());
    assertThat(MethodsText.of(halves, 10).get(0))
        .isEqualTo(
            MethodsText.of(study, 10).get(0)
                + " Activations were rounded to IEEE half precision (float16).");
  }

  @Test
  void principalComponentsAndAHoldoutAreNamedWithTheirNumbers() {
    String text =
        RegressionText.of(
            new EncodingSpec(new Regression.PcaOls(100), EncodingSpec.Scaling.NONE),
            new ValidationSpec.Holdout(0.1, 5));
    assertThat(text)
        .contains("with 100 components")
        .contains("Features were not scaled.")
        .contains("A share of 0.1 of the stimuli was held out (seed 5).");
  }

  @Test
  void aFoldFileIsNamedWithoutItsFolder() {
    String text =
        RegressionText.of(
            new EncodingSpec(new Regression.Ridge(List.of(1.0)), EncodingSpec.Scaling.FEATURE),
            new ValidationSpec.FoldFile(Path.of("/home/someone/folds.csv")));
    assertThat(text).contains("fixed at 1.").contains("(folds.csv)").doesNotContain("someone");
  }

  @Test
  void everySplitHasItsOwnWords() {
    String image =
        SplitText.of(new SplitSpec(SplitSpec.At.IMAGE, SplitSpec.Midline.SHARE, List.of()));
    String joint =
        SplitText.of(
            new SplitSpec(
                SplitSpec.At.JOINT,
                SplitSpec.Midline.EXCLUDE,
                List.of(SplitSpec.Control.MIRRORED, SplitSpec.Control.RANDOM)));
    assertThat(image).contains("mean colour").contains("to both halves").doesNotContain("Control");
    assertThat(joint)
        .contains("product measure")
        .contains("Control splits: mirrored (photographs flipped")
        .contains("random (a seeded half of the positions")
        .contains("the first group stands as contra and the second as ipsi in both hemispheres");
  }

  @Test
  void mirroredAloneNeedsNoWordsAboutGroups() {
    String mirrored =
        SplitText.of(
            new SplitSpec(
                SplitSpec.At.FEATURES,
                SplitSpec.Midline.EXCLUDE,
                List.of(SplitSpec.Control.MIRRORED)));
    assertThat(mirrored).contains("mirrored").doesNotContain("stands as contra");
  }

  @Test
  void bandedRidgeIsNamedWhereItIsFitted() {
    ValidationSpec folds = new ValidationSpec.KFold(10, 0);
    String banded =
        RegressionText.of(
            new EncodingSpec(
                new Regression.Ridge(List.of(1.0), List.of(0.0, 0.25, 1.0)),
                EncodingSpec.Scaling.TRACE),
            folds);
    String plain =
        RegressionText.of(
            new EncodingSpec(
                new Regression.Ridge(List.of(1.0), List.of()), EncodingSpec.Scaling.TRACE),
            folds);
    assertThat(banded).contains("Banded ridge").contains("γ (0, 0.25, 1)");
    assertThat(plain).doesNotContain("anded");
  }
}
