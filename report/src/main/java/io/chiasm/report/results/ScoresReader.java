package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.table.TableFile;
import io.chiasm.report.table.TableRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A study's ROI means, back from its tables {@code scores.csv} and {@code lateralisation.csv}. */
public final class ScoresReader {
  private static final List<String> KEYS =
      List.of(
          "participant",
          "hemisphere",
          "network",
          "layer",
          "tensor",
          "split",
          "regression",
          "roi_class",
          "roi",
          "n_vertices",
          "n_scored");

  private final Map<Key, RoiScores> rows = new LinkedHashMap<>();

  private record Key(
      ParticipantId participant, Hemisphere hemisphere, Condition condition, Roi roi) {
    static Key of(TableRow row) {
      return new Key(
          row.value("participant", ParticipantId::new),
          row.value("hemisphere", Hemisphere::of),
          new Condition(
              row.text("network"),
              row.text("layer"),
              row.text("tensor"),
              row.text("split"),
              row.text("regression")),
          new Roi(row.text("roi_class"), row.text("roi")));
    }
  }

  private ScoresReader() {}

  /**
   * Every score, R² and lateralisation; conditions and ROIs in the order of the tables.
   *
   * @throws InputException naming file and row, if a table is not such a table
   */
  public static StudyScores read(TableFile scores, TableFile lateralisation) {
    ScoresReader reader = new ScoresReader();
    scores.rows(with("model", "score", "r2")).forEach(reader::score);
    lateralisation.rows(with("lateralisation")).forEach(reader::lateralisation);
    return reader.scores();
  }

  private static List<String> with(String... columns) {
    return Stream.concat(KEYS.stream(), Arrays.stream(columns)).toList();
  }

  private void score(TableRow row) {
    Model model = row.value("model", ScoresReader::model);
    set(row, Quantity.score(model), row.number("score"));
    set(row, Quantity.r2(model), row.number("r2"));
  }

  private void lateralisation(TableRow row) {
    set(row, Quantity.LATERALISATION, row.number("lateralisation"));
  }

  private void set(TableRow row, Quantity quantity, double mean) {
    int vertices = row.count("n_vertices");
    RoiScores scores =
        rows.computeIfAbsent(
            Key.of(row),
            key ->
                new RoiScores(
                    key.participant(), key.hemisphere(), key.condition(), key.roi(), vertices));
    if (scores.has(quantity)) {
      throw row.wrong("the row comes twice", null);
    }
    if (scores.vertices() != vertices) {
      throw row.wrong("n_vertices is " + vertices + ", " + scores.vertices() + " before", null);
    }
    scores.set(quantity, new Mean(mean, row.count("n_scored")));
  }

  private static Model model(String label) {
    return Arrays.stream(Model.values())
        .filter(model -> model.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no model is called so"));
  }

  private StudyScores scores() {
    List<Condition> conditions = rows.keySet().stream().map(Key::condition).distinct().toList();
    Map<Condition, Integer> places = new LinkedHashMap<>();
    conditions.forEach(condition -> places.put(condition, places.size()));
    Comparator<Condition> order =
        Comparator.comparingInt(c -> Objects.requireNonNull(places.get(c)));
    StudyScores scores = new StudyScores(order, RoiOrder.following(sequences()));
    rows.values().forEach(row -> scores.add(List.of(row)));
    return scores;
  }

  /** The ROIs of each hemisphere in the order of its rows. */
  private List<List<Roi>> sequences() {
    Map<List<Object>, List<Roi>> sequences = new LinkedHashMap<>();
    rows.keySet()
        .forEach(
            key ->
                sequences
                    .computeIfAbsent(
                        List.of(key.participant(), key.hemisphere(), key.condition()),
                        k -> new ArrayList<>())
                    .add(key.roi()));
    return sequences.values().stream().distinct().toList();
  }
}
