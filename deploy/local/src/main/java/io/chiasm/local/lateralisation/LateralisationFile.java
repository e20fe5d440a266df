package io.chiasm.local.lateralisation;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.report.results.Roi;
import io.chiasm.report.table.TableFile;
import io.chiasm.report.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a results folder's {@code tables/lateralisation.csv} that have a value. */
public final class LateralisationFile {
  private static final String TABLE = "tables/lateralisation.csv";
  private static final List<String> COLUMNS =
      List.of(
          "participant",
          "hemisphere",
          "network",
          "layer",
          "split",
          "roi_class",
          "roi",
          "lateralisation");

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
    return new LateralisationFile(
        file,
        new TableFile(file.toString(), text(results, file))
            .rows(COLUMNS).stream()
                .map(LateralisationFile::row)
                .filter(row -> Double.isFinite(row.value()))
                .toList());
  }

  private static String text(Path results, Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new InputException(results + ": no results of a study: " + TABLE + " is not there", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + Reason.of(e), e);
    }
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

  private static MeasuredLateralisation row(TableRow row) {
    return new MeasuredLateralisation(
        row.text("participant"),
        row.text("hemisphere"),
        row.text("network"),
        row.text("layer"),
        row.text("split"),
        new Roi(row.text("roi_class"), row.text("roi")),
        row.number("lateralisation"));
  }
}
