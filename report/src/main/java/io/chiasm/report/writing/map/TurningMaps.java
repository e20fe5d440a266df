package io.chiasm.report.writing.map;

import io.chiasm.report.colour.Diverging;
import io.chiasm.report.results.Condition;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.TurningCortex;
import io.chiasm.report.writing.size.Room;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The maps that can be turned in the report, as long as there is room for them. */
public final class TurningMaps {
  /** Most of all maps together, in characters of the page. */
  private static final int CHARACTERS = 1_500_000;

  private final TurningCortex cortex;
  private final Diverging colours;
  private final Room room = new Room(CHARACTERS);
  private final List<Entry> maps = new ArrayList<>();
  private final Map<String, String> outlines = new LinkedHashMap<>();
  private boolean complete = true;
  private boolean spread;

  /**
   * One map.
   *
   * @param who whose it is
   * @param values in base 64
   */
  public record Entry(String who, Condition condition, String values) {}

  public TurningMaps(TurningCortex cortex, Diverging colours) {
    this.cortex = cortex;
    this.colours = colours;
  }

  /**
   * Takes a map if there is room.
   *
   * @param isSpread whether the map shows values beside their own vertices, too
   */
  public void add(String who, Condition condition, CorticalMap map, boolean isSpread) {
    String values = text(cortex.values(map, colours.limit()));
    String regions = text(cortex.regions(map));
    boolean known = outlines.containsKey(who);
    if (room.take(values.length() + (known ? 0 : regions.length()))) {
      spread |= isSpread;
      maps.add(new Entry(who, condition, values));
      outlines.putIfAbsent(who, regions);
    } else {
      complete = false;
    }
  }

  public List<Entry> maps() {
    return List.copyOf(maps);
  }

  /** Outlines of ROIs in base 64, by whose they are: a participant has the same in every map. */
  public Map<String, String> outlines() {
    return outlines;
  }

  /** Whether there was room for all. */
  public boolean complete() {
    return complete;
  }

  /** Whether any map shows values beside their own vertices, too. */
  public boolean spread() {
    return spread;
  }

  public Diverging colours() {
    return colours;
  }

  /** The surfaces in base 64. */
  public String shape() {
    return text(cortex.shape());
  }

  /** Red, green, blue of every step of the scale, in base 64. */
  public String palette() {
    byte[] bytes = new byte[3 * (2 * TurningCortex.STEPS + 1)];
    for (int step = -TurningCortex.STEPS; step <= TurningCortex.STEPS; step++) {
      int colour = colours.colour(step * colours.limit() / TurningCortex.STEPS);
      int at = 3 * (step + TurningCortex.STEPS);
      bytes[at] = (byte) (colour >> 16);
      bytes[at + 1] = (byte) (colour >> 8);
      bytes[at + 2] = (byte) colour;
    }
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
