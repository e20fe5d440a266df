package io.chiasm.dataset.semantic;

import static java.util.stream.Collectors.toSet;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.csv.CsvLine;
import io.chiasm.contracts.csv.CsvText;
import io.chiasm.contracts.csv.NamedCells;
import io.chiasm.contracts.failure.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * NSD's table of stimuli, {@code nsd_stim_info_merged.csv}: which part of which of COCO's
 * photographs each stimulus is (Allen et al. 2022, doi:10.1038/s41593-021-00962-x).
 */
public final class NsdStimuli {
  private static final List<String> COLUMNS = List.of("nsdId", "cocoId", "cropBox");
  private static final String TABLE = "NSD's nsd_stim_info_merged.csv";
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
    CsvText.byHand(csv, source).read(COLUMNS, TABLE, row -> add(row, origins));
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

  private static void add(NamedCells row, Map<StimulusId, Origin> origins) {
    StimulusId stimulus = new StimulusId(whole(row, "nsdId"));
    CropBox crop =
        CropBox.parse(row.cell("cropBox"))
            .orElseThrow(() -> wrong(row, "cropBox", "(top, bottom, left, right), shares cut off"));
    Origin before = origins.put(stimulus, new Origin(whole(row, "cocoId"), crop));
    if (before != null) {
      throw row.line().wrong("the nsdId '" + stimulus.number() + "' again", "each stimulus once");
    }
  }

  private static int whole(NamedCells row, String column) {
    if (!WHOLE.matcher(row.cell(column)).matches()) {
      throw wrong(row, column, "a whole number");
    }
    return Integer.parseInt(row.cell(column));
  }

  private static InputException wrong(NamedCells row, String column, String possible) {
    return row.line().wrong("the " + column + " " + CsvLine.quote(row.cell(column)), possible);
  }
}
