package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Values per participant and ROI and scipy's tests of them; written by {@code statistics.py}. */
final class ScipyReference {
  private ScipyReference() {}

  static Panel panel() {
    Map<Roi, Map<ParticipantId, Double>> values = new LinkedHashMap<>();
    for (CSVRecord test : records("tests.csv")) {
      Map<ParticipantId, Double> byParticipant = new TreeMap<>();
      for (CSVRecord row : records("values.csv")) {
        if (!row.get(test.get("roi")).equals("nan")) {
          byParticipant.put(
              new ParticipantId(row.get("participant")), number(row, test.get("roi")));
        }
      }
      values.put(new Roi("made", test.get("roi")), byParticipant);
    }
    Panel.Subject subject =
        new Panel.Subject(
            Contrast.CONTRA_IPSI, Quantity.LATERALISATION, "trained", "early", "features");
    return new Panel(subject, values);
  }

  static double number(CSVRecord row, String column) {
    return row.get(column).equals("nan") ? Double.NaN : Double.parseDouble(row.get(column));
  }

  static List<CSVRecord> records(String file) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(ScipyReference.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
