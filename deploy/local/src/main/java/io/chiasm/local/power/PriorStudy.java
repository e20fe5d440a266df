package io.chiasm.local.power;

import io.chiasm.aggregator.statistics.Sample;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The lateralisation that a study measured, from its results folder. */
public final class PriorStudy {
  private static final String TABLE = "tables/lateralisation.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final String condition;
  private final List<RoiLateralisation> rois;

  private PriorStudy(String condition, List<RoiLateralisation> rois) {
    this.condition = condition;
    this.rois = List.copyOf(rois);
  }

  /** Which network, layer and split; what is null is the first of the table. */
  public record Choice(@Nullable String network, @Nullable String layer, @Nullable String split) {}

  /**
   * @param results folder of a study's results
   * @throws InputException if it holds no such table, or nothing of the choice
   */
  public static PriorStudy read(Path results, Choice choice) {
    Path file = results.resolve(TABLE);
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      return of(file, rows.getRecords(), choice);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(
          Files.exists(file)
              ? file + ": no table of lateralisation: " + e.getMessage()
              : results + ": no results of a study: " + TABLE + " is not there",
          e);
    }
  }

  /** Network, layer and split. */
  public String condition() {
    return condition;
  }

  /** In the order of the study. */
  public List<RoiLateralisation> rois() {
    return rois;
  }

  /**
   * @throws InputException if there is none of this name
   */
  public RoiLateralisation roi(String name) {
    return rois.stream()
        .filter(roi -> roi.roi().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "ROI "
                        + name
                        + ": possible are "
                        + String.join(", ", rois.stream().map(RoiLateralisation::roi).toList())));
  }

  private static PriorStudy of(Path file, List<CSVRecord> rows, Choice choice) {
    List<CSVRecord> left = rows;
    List<String> condition = new ArrayList<>();
    Map<String, Optional<String>> wanted = new LinkedHashMap<>();
    wanted.put("network", Optional.ofNullable(choice.network()));
    wanted.put("layer", Optional.ofNullable(choice.layer()));
    wanted.put("split", Optional.ofNullable(choice.split()));
    for (Map.Entry<String, Optional<String>> column : wanted.entrySet()) {
      String value = value(file, left, column.getKey(), column.getValue());
      condition.add(value);
      left = left.stream().filter(row -> row.get(column.getKey()).equals(value)).toList();
    }
    return new PriorStudy(String.join(" · ", condition), rois(left));
  }

  private static String value(
      Path file, List<CSVRecord> rows, String column, Optional<String> wanted) {
    List<String> there = rows.stream().map(row -> row.get(column)).distinct().toList();
    String value = wanted.orElse(there.isEmpty() ? "" : there.get(0));
    if (!there.contains(value)) {
      throw new InputException(
          "%s: %s %s is not there; possible are %s"
              .formatted(file, column, value, String.join(", ", there)));
    }
    return value;
  }

  private static List<RoiLateralisation> rois(List<CSVRecord> rows) {
    Map<List<String>, Map<String, List<Double>>> found = new LinkedHashMap<>();
    for (CSVRecord row : rows) {
      double value = Double.parseDouble(row.get("lateralisation"));
      if (Double.isFinite(value)) {
        found
            .computeIfAbsent(List.of(row.get("roi_class"), row.get("roi")), roi -> new TreeMap<>())
            .computeIfAbsent(row.get("participant"), participant -> new ArrayList<>())
            .add(value);
      }
    }
    List<RoiLateralisation> rois = new ArrayList<>();
    found.forEach((roi, values) -> rois.add(roi(roi.get(0), roi.get(1), values)));
    return rois;
  }

  private static RoiLateralisation roi(
      String roiClass, String name, Map<String, List<Double>> values) {
    Sample participants =
        new Sample(
            values.values().stream().map(hemispheres -> new Sample(hemispheres).mean()).toList());
    return new RoiLateralisation(
        roiClass, name, participants.n(), participants.mean(), participants.sd());
  }
}
