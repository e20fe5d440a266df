package io.chiasm.local.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class MadeStudiesTest {
  private static final int STUDIES = 10_000;

  /** Made by the reference. */
  private static final int ITS_STUDIES = 100_000;

  /** Standard errors: one of 25 comparisons goes beyond by chance once in 600 tests. */
  private static final double FAR = 4;

  /** Measures the truth, so that a sample is normal. */
  private static final Measurement EXACT =
      new Measurement(100, new double[][] {{0, 0}, {100, 100}});

  @Test
  void powerIsThatOfAnIndependentComputation() throws IOException {
    for (CSVRecord row : rows("power.csv")) {
      int n = Integer.parseInt(row.get("n"));
      double expected = Double.parseDouble(row.get("power"));
      PowerPoint point = studies(EXACT, 1, n).at(Double.parseDouble(row.get("d")));
      double se = Math.sqrt(expected * (1 - expected) * (1.0 / STUDIES + 1.0 / ITS_STUDIES));
      assertThat(point.power()).as("%s", row).isCloseTo(expected, within(FAR * se));
    }
  }

  /** With N participants, floor(α 2^(N − 1)) of 2^(N − 1) patterns are significant. */
  @Test
  void withoutAnEffectStudiesShowOneAsOftenAsAlphaAllows() {
    Measurement noisy =
        new Measurement(0.1, new double[][] {{0.02, -0.05, 0.04, -0.01}, {0.1, 0.13, 0.12, 0.09}});
    for (int n = 6; n <= 10; n++) {
      double patterns = 1 << (n - 1);
      double attained = Math.floor(0.05 * patterns) / patterns;
      double se = Math.sqrt(attained * (1 - attained) / STUDIES);
      PowerPoint none = studies(noisy, 0.05, n).at(0);
      assertThat(none.power()).as("N = %d", n).isCloseTo(attained, within(FAR * se));
      assertThat(none.low()).isLessThan(none.power());
      assertThat(none.high()).isGreaterThan(none.power());
    }
  }

  @Test
  void powerGrowsWithTheEffectAndWithParticipants() {
    List<Integer> numbers = List.of(6, 8, 12);
    double[][] power = new double[numbers.size()][];
    for (int i = 0; i < numbers.size(); i++) {
      MadeStudies studies = studies(EXACT, 1, numbers.get(i));
      power[i] = IntStream.range(0, 5).mapToDouble(e -> studies.at(e * 0.4).power()).toArray();
      assertThat(power[i]).isSorted();
    }
    for (int effect = 1; effect < 5; effect++) {
      assertThat(power[0][effect]).isLessThan(power[1][effect]);
      assertThat(power[1][effect]).isLessThan(power[2][effect]);
    }
  }

  @Test
  void fiveParticipantsShowNothingAtAll() {
    MadeStudies five = studies(EXACT, 0, 5);
    assertThat(five.canShow()).isFalse();
    assertThat(five.least()).isEqualTo(2 / Math.pow(2, 5));
    assertThat(five.at(50))
        .extracting(PowerPoint::power, PowerPoint::high)
        .containsExactly(0.0, 0.0);
  }

  @Test
  void whatStudiesMeasureIsStated() {
    PowerPoint point = studies(EXACT, 0.5, 8).at(2);
    // Standard errors of a mean and a standard deviation over 80,000 participants.
    assertThat(point.measured()).isCloseTo(2, within(FAR * 0.5 / Math.sqrt(8.0 * STUDIES)));
    assertThat(point.sd()).isCloseTo(0.5, within(FAR * 0.5 / Math.sqrt(16.0 * STUDIES)));
    assertThat(point.dz()).isEqualTo(point.measured() / point.sd());
  }

  @Test
  void intervalsAreWilsons() throws IOException {
    for (CSVRecord row : rows("wilson.csv")) {
      WilsonInterval interval =
          WilsonInterval.of(Integer.parseInt(row.get("counted")), Integer.parseInt(row.get("all")));
      assertThat(interval.low()).isCloseTo(Double.parseDouble(row.get("low")), within(1e-12));
      assertThat(interval.high()).isCloseTo(Double.parseDouble(row.get("high")), within(1e-12));
    }
  }

  private static MadeStudies studies(Measurement measurement, double spread, int participants) {
    TestDesign design = new TestDesign(List.of(participants), spread, 0.05, 0.8, STUDIES, 3);
    return new MadeStudies(measurement, design, participants);
  }

  private static List<CSVRecord> rows(String name) throws IOException {
    InputStream in = Objects.requireNonNull(MadeStudiesTest.class.getResourceAsStream(name));
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
      return rows.getRecords();
    }
  }
}
