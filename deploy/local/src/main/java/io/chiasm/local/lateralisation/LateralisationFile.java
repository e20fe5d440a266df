package io.chiasm.local.lateralisation;

import io.chiasm.aggregator.results.Roi;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a results folder's {@code tables/lateralisation.csv} that have a value. */
public final class LateralisationFile {
  private static final String TABLE = "tables/lateralisation.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path file;
  private final List<MeasuredLateralisation> rows;

  private LateralisationFile(Path file, List<MeasuredLateralisation> rows) {
    this.file = file;
    this.rows = List.copyOf(rows);
  }

  /**
   * @param results folder of a study's results
   * @throws InputException if it holds no such table
   */
  public static LateralisationFile read(Path results) {
    Path file = results.resolve(TABLE);
    List<MeasuredLateralisation> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord record : parser) {
        double value = Double.parseDouble(record.get("lateralisation"));
        if (Double.isFinite(value)) {
          rows.add(row(record, value));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(
          Files.exists(file)
              ? file + ": no table of lateralisation: " + e.getMessage()
              : results + ": no results of a study: " + TABLE + " is not there",
          e);
    }
    return new LateralisationFile(file, rows);
  }

  /** In the order of the table. */
  public List<MeasuredLateralisation> rows() {
    return rows;
  }

  /**
   * Those of one value of a column.
   *
   * @param name of the column
   * @param wanted null for the first that there is
   * @throws InputException if there is none, with what there is
   */
  public LateralisationFile having(
      String name, Function<MeasuredLateralisation, String> column, @Nullable String wanted) {
    List<String> there = rows.stream().map(column).distinct().toList();
    String value = wanted != null ? wanted : there.isEmpty() ? "" : there.get(0);
    if (!there.contains(value)) {
      throw new InputException(
          "%s: %s %s is not there; possible are %s"
              .formatted(file, name, value, String.join(", ", there)));
    }
    return new LateralisationFile(
        file, rows.stream().filter(row -> column.apply(row).equals(value)).toList());
  }

  private static MeasuredLateralisation row(CSVRecord record, double value) {
    return new MeasuredLateralisation(
        record.get("participant"),
        record.get("hemisphere"),
        record.get("network"),
        record.get("layer"),
        record.get("split"),
        new Roi(record.get("roi_class"), record.get("roi")),
        value);
  }
}
