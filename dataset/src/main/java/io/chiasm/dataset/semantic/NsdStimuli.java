package io.chiasm.dataset.semantic;

import static java.util.stream.Collectors.toSet;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * NSD's table of stimuli, {@code nsd_stim_info_merged.csv}: which part of which of COCO's
 * photographs each stimulus is (Allen et al. 2022, doi:10.1038/s41593-021-00962-x).
 */
public final class NsdStimuli {
  private static final List<String> COLUMNS = List.of("nsdId", "cocoId", "cropBox");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setAllowMissingColumnNames(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
          .get();
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private final String source;
  private final Map<StimulusId, Origin> origins;
  private final Set<Integer> photographs;

  private NsdStimuli(String source, Map<StimulusId, Origin> origins) {
    this.source = source;
    this.origins = origins;
    this.photographs = origins.values().stream().map(Origin::photograph).collect(toSet());
  }

  /** Where a stimulus comes from: the number of COCO's photograph, and its part. */
  record Origin(int photograph, CropBox crop) {}

  /**
   * Reads the columns {@code nsdId}, {@code cocoId} and {@code cropBox}, in any order; others are
   * passed over.
   *
   * @param source where the table comes from, for messages
   * @throws InputException naming the line, what was found and what is possible
   */
  public static NsdStimuli read(String csv, String source) {
    Map<StimulusId, Origin> origins = new HashMap<>();
    try (CSVParser rows = CSVParser.parse(csv, FORMAT)) {
      if (!rows.getHeaderNames().containsAll(COLUMNS)) {
        throw new InputException(
            "%s:1: found no columns %s; possible: NSD's nsd_stim_info_merged.csv"
                .formatted(source, String.join(", ", COLUMNS)));
      }
      for (CSVRecord row : rows) {
        add(row, source + ":" + rows.getCurrentLineNumber(), origins);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(source + ": not a CSV table: " + e.getMessage(), e);
    }
    return new NsdStimuli(source, origins);
  }

  /** Where it comes from, for messages. */
  String source() {
    return source;
  }

  /** Whether a stimulus was cut from this photograph of COCO's. */
  public boolean uses(int photograph) {
    return photographs.contains(photograph);
  }

  /** Empty if the table has no row about the stimulus. */
  Optional<Origin> origin(StimulusId stimulus) {
    return Optional.ofNullable(origins.get(stimulus));
  }

  private static void add(CSVRecord row, String line, Map<StimulusId, Origin> origins) {
    if (!row.isConsistent()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: found %d values; possible: %d, as the header has columns",
              line,
              row.size(),
              row.getParser().getHeaderNames().size()));
    }
    StimulusId stimulus = new StimulusId(whole(row, "nsdId", line));
    CropBox crop =
        CropBox.parse(row.get("cropBox"))
            .orElseThrow(
                () -> wrong(row, "cropBox", line, "(top, bottom, left, right), shares cut off"));
    Origin before = origins.put(stimulus, new Origin(whole(row, "cocoId", line), crop));
    if (before != null) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: found the nsdId '%d' again; possible: each stimulus once",
              line,
              stimulus.number()));
    }
  }

  private static int whole(CSVRecord row, String column, String line) {
    String text = row.get(column);
    if (!WHOLE.matcher(text).matches()) {
      throw wrong(row, column, line, "a whole number");
    }
    return Integer.parseInt(text);
  }

  private static InputException wrong(CSVRecord row, String column, String line, String possible) {
    return new InputException(
        "%s: found the %s %s; possible: %s"
            .formatted(line, column, CategoryTable.quote(row.get(column)), possible));
  }
}
