package io.chiasm.report.writing.size;

/** Which maps of the cortex a report draws. */
public final class DrawnMaps {
  /** More maps of participants would take longer to draw than anyone looks at them. */
  private static final int MOST = 60;

  private DrawnMaps() {}

  /** Whether each of so many participants' maps is drawn, not the first alone. */
  public static boolean all(long participants) {
    return participants <= MOST;
  }

  /**
   * How many.
   *
   * @param means maps of means, all of which are drawn
   * @param participants maps of participants
   */
  public static long count(long means, long participants) {
    return means + (all(participants) ? participants : Math.min(1, participants));
  }
}
