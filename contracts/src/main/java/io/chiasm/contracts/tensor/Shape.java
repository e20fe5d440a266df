package io.chiasm.contracts.tensor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Extent of every axis of a tensor, first axis first; empty for a scalar. */
public record Shape(List<Long> extents) {
  public Shape {
    extents = List.copyOf(extents);
    for (long extent : extents) {
      if (extent < 0) {
        throw new IllegalArgumentException("negative extent in shape " + extents);
      }
    }
  }

  public static Shape of(long... extents) {
    return new Shape(LongStream.of(extents).boxed().collect(Collectors.toList()));
  }

  /** This shape with one more, last axis. */
  public Shape append(long extent) {
    return new Shape(LongStream.concat(longs(), LongStream.of(extent)).boxed().toList());
  }

  /** The shape of one entry along the first axis: all axes but the first. */
  public Shape tail() {
    return new Shape(extents.subList(1, extents.size()));
  }

  /** This shape with another extent of the first axis. */
  public Shape withFirst(long extent) {
    return new Shape(LongStream.concat(LongStream.of(extent), longs().skip(1)).boxed().toList());
  }

  public int rank() {
    return extents.size();
  }

  public long extent(int axis) {
    return extents.get(axis);
  }

  /**
   * Number of elements.
   *
   * @throws ArithmeticException if it does not fit a long
   */
  public long elements() {
    return extents.stream().reduce(1L, Math::multiplyExact);
  }

  private LongStream longs() {
    return extents.stream().mapToLong(Long::longValue);
  }

  /** As numpy prints it: {@code (872, 24)}, {@code (5,)}, {@code ()}. */
  @Override
  public String toString() {
    return extents.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "(", extents.size() == 1 ? ",)" : ")"));
  }
}
