package io.chiasm.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.At;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void controlsOfTheFeatureMapShareTheStudysReading() {
    List<Reading> readings =
        readings(At.FEATURES, Control.UPPER_LOWER, Control.RANDOM, Control.CHANNELS);
    assertThat(readings)
        .containsExactly(
            new Reading(
                List.of(InputVariant.PLAIN),
                Stream.of(
                        SplitName.FEATURES,
                        SplitName.UPPER_LOWER,
                        SplitName.RANDOM,
                        SplitName.CHANNELS)
                    .map(NamedSplit::of)
                    .toList()));
  }

  @Test
  void mirroredControlNeedsAPassOfItsOwn() {
    List<Reading> readings = readings(At.FEATURES, Control.MIRRORED);
    assertThat(variants(readings)).containsExactly(InputVariant.PLAIN, InputVariant.MIRRORED);
    assertThat(readings.get(1).splits()).containsExactly(NamedSplit.of(SplitName.MIRRORED));
  }

  @Test
  void imageSplitNeedsOnePassPerHalfAndTheWholeImageOnlyForControls() {
    assertThat(variants(readings(At.IMAGE)))
        .containsExactly(InputVariant.LEFT_ONLY, InputVariant.RIGHT_ONLY);
    assertThat(variants(readings(At.IMAGE, Control.RANDOM)))
        .containsExactly(InputVariant.LEFT_ONLY, InputVariant.RIGHT_ONLY, InputVariant.PLAIN);
  }

  @Test
  void halvesKeptApartAreControlsWithPassesOfTheirOwn() {
    List<Reading> readings =
        readings(
            At.FEATURES, Control.IMAGE, Control.ARCHITECTURE, Control.SHARED_GATES, Control.RANDOM);
    assertThat(readings).hasSize(4);
    assertThat(readings.get(0).splits())
        .containsExactly(NamedSplit.of(SplitName.FEATURES), NamedSplit.of(SplitName.RANDOM));
    assertThat(readings.get(1)).isEqualTo(readings(At.IMAGE).get(0));
    assertThat(readings.get(2))
        .isEqualTo(
            new Reading(
                List.of(InputVariant.PLAIN),
                Callosum.of("none"),
                List.of(NamedSplit.of(SplitName.ARCHITECTURE))));
    assertThat(readings.get(3).callosum()).isEqualTo(Callosum.of("none", Callosum.Gates.SHARED));
    assertThat(readings.get(3).splits())
        .containsExactly(new NamedSplit(SplitName.ARCHITECTURE, "shared-gates"));
  }

  @Test
  void jointSplitUsesTheGramMatricesOfTheFeatures() {
    assertThat(readings(At.JOINT).get(0).splits().get(0).name().gram())
        .isEqualTo(SplitName.FEATURES);
  }

  private static List<InputVariant> variants(List<Reading> readings) {
    return readings.stream().flatMap(r -> r.variants().stream()).distinct().toList();
  }

  private static List<Reading> readings(At at, Control... controls) {
    return Reading.of(new SplitSpec(at, Midline.EXCLUDE, List.of(controls)));
  }
}
