package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.dataset.roi.RoiMask;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Scores per vertex and numpy's summary of them; written by {@code groups.py}. */
final class NumpyReference {
  static final Condition CONDITION =
      new Condition("trained", "early", "features.2", "features", "ridge");

  private NumpyReference() {}

  static List<EncodingCell> cells() {
    Map<String, List<CSVRecord>> byHemisphere =
        records("cells.csv").stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.get("participant") + " " + r.get("hemisphere"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byHemisphere.values().stream().map(NumpyReference::cell).toList();
  }

  private static EncodingCell cell(List<CSVRecord> vertices) {
    return new MadeCell(
        vertices.get(0).get("participant"),
        Hemisphere.of(vertices.get(0).get("hemisphere")),
        CONDITION,
        Map.of(
            "score_full", column(vertices, "full"),
            "score_contra", column(vertices, "contra"),
            "score_ipsi", column(vertices, "ipsi")));
  }

  private static float[] column(List<CSVRecord> vertices, String name) {
    float[] values = new float[vertices.size()];
    for (int i = 0; i < values.length; i++) {
      String text = vertices.get(i).get(name);
      values[i] = text.equals("nan") ? Float.NaN : Float.parseFloat(text);
    }
    return values;
  }

  static List<RoiMask> masks() {
    List<CSVRecord> records = records("cells.csv");
    int[] ids =
        records.stream()
            .limit(records.size() / cells().size())
            .mapToInt(r -> Integer.parseInt(r.get("roi")))
            .toArray();
    Map<Integer, String> names = new LinkedHashMap<>(Map.of(1, "V1v", 2, "V1d", 3, "hV4"));
    names.put(4, "empty");
    return List.of(new RoiMask("prf-visualrois", names, ids));
  }

  static List<CSVRecord> records(String file) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(NumpyReference.class.getResourceAsStream(file)),
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
