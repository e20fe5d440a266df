package io.chiasm.study.keeping;

/**
 * How much of a kind there is.
 *
 * @param kind its name
 * @param freed objects that went, or would go
 * @param young objects that nothing refers to, too young to go
 * @param kept objects that something refers to
 */
public record KindSizes(String kind, Size freed, Size young, Size kept) {

  /** A number of objects and their bytes. */
  public record Size(long objects, long bytes) {
    public static final Size NONE = new Size(0, 0);

    public Size plus(Size other) {
      return new Size(objects + other.objects, bytes + other.bytes);
    }
  }
}
