package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SingleCaseTest {
  /** A dozen roundings of numbers up to 10. */
  private static final double ROUNDING = 1e-12;

  @Test
  void agreesWithScipy() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        CSVParser.parse(
            new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("single_case.csv")),
                StandardCharsets.UTF_8),
            format)) {
      for (CSVRecord row : rows) {
        SingleCase found =
            SingleCase.of(
                Double.parseDouble(row.get("value")),
                new Sample(
                    Arrays.stream(row.get("group").split(" ")).map(Double::valueOf).toList()));
        assertThat(found.t()).isCloseTo(Double.parseDouble(row.get("t")), within(1e-9));
        assertThat(found.p()).isCloseTo(Double.parseDouble(row.get("p")), within(ROUNDING));
        assertThat(found.below()).isCloseTo(Double.parseDouble(row.get("below")), within(ROUNDING));
      }
    }
  }

  /** A case of the same population is called different as often as the level says. */
  @Test
  void aCaseLikeTheOthersIsRarelyCalledDifferent() {
    Random random = new Random(4);
    int studies = 20_000;
    long called =
        IntStream.range(0, studies)
            .filter(
                study -> {
                  Sample group =
                      new Sample(
                          random.doubles(5).map(d -> random.nextGaussian()).boxed().toList());
                  return SingleCase.of(random.nextGaussian(), group).p() < 0.05;
                })
            .count();
    double se = Math.sqrt(0.05 * 0.95 / studies);
    assertThat((double) called / studies).isCloseTo(0.05, within(4 * se));
  }

  /** Of 2 to 60 others, cases up to a million deviations away. */
  @Test
  void aProbabilityIsOneHoweverFarTheCaseLies() {
    for (int freedom = 1; freedom < 60; freedom++) {
      for (double t = 0; t < 1e6; t = 1.5 * t + 1) {
        assertThat(StudentT.within(t, freedom)).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void distanceIsInTheGroupsDeviations() {
    SingleCase found = SingleCase.of(4, new Sample(List.of(1.0, 3.0)));
    assertThat(found.z()).isEqualTo(2 / Math.sqrt(2));
    assertThat(SingleCase.of(4, new Sample(List.of(1.0, 1.0))).z()).isNaN();
  }

  @Test
  void oneOtherIsNoGroup() {
    Sample one = new Sample(List.of(0.5));
    assertThatThrownBy(() -> SingleCase.of(1, one)).hasMessage("a group of 1");
  }

  @Test
  void aGroupOfEqualValuesTellsNothing() {
    SingleCase found = SingleCase.of(1, new Sample(List.of(0.5, 0.5, 0.5)));
    assertThat(found.t()).isNaN();
    assertThat(found.p()).isNaN();
    assertThat(found.below()).isNaN();
  }
}
