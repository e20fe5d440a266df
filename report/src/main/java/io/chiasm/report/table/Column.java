package io.chiasm.report.table;

/**
 * A column of a table.
 *
 * @param kind what its cells hold
 */
public record Column(String name, Kind kind) {
  /** What cells hold. */
  public enum Kind {
    TEXT(String.class),
    /** A float64; NaN where there is no value. */
    NUMBER(Double.class),
    COUNT(Integer.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    boolean holds(Object cell) {
      return type.isInstance(cell);
    }
  }

  public static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  public static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  public static Column count(String name) {
    return new Column(name, Kind.COUNT);
  }
}
