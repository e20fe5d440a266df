package io.chiasm.encoding.split;

import io.chiasm.contracts.random.MersenneTwister;
import java.util.Arrays;

/**
 * A partition of a feature map's positions {@code [channel, row, column]} into two halves of equal
 * size and a rest. The rest exists where a width, height or number is odd.
 */
public final class Split {
  private final Group[] groups;

  private Split(Group[] groups) {
    this.groups = groups;
  }

  /**
   * The study's own split: columns {@code w < floor(W/2)} are FIRST (left), {@code w ≥ ceil(W/2)}
   * SECOND (right).
   */
  public static Split hemifields(int channels, int rows, int columns) {
    return byPosition(channels, rows, columns, (channel, row, column) -> side(column, columns));
  }

  /** Control: upper rows are FIRST, lower rows SECOND. */
  public static Split upperLower(int channels, int rows, int columns) {
    return byPosition(channels, rows, columns, (channel, row, column) -> side(row, rows));
  }

  /** Control: a seeded half of the positions (row and column), the same in every channel. */
  public static Split random(int channels, int rows, int columns, long seed) {
    int[] rank = shuffled(Math.multiplyExact(rows, columns), seed);
    return byPosition(
        channels,
        rows,
        columns,
        (channel, row, column) -> side(rank[row * columns + column], rank.length));
  }

  /** Control: a seeded half of the channels. */
  public static Split channels(int channels, int rows, int columns, long seed) {
    int[] rank = shuffled(channels, seed);
    return byPosition(
        channels, rows, columns, (channel, row, column) -> side(rank[channel], channels));
  }

  /** Features side by side without a spatial order: FIRST, then REST, then SECOND. */
  public static Split sideBySide(int first, int rest, int second) {
    Group[] groups = new Group[Math.addExact(Math.addExact(first, rest), second)];
    Arrays.fill(groups, 0, first, Group.FIRST);
    Arrays.fill(groups, first, first + rest, Group.REST);
    Arrays.fill(groups, first + rest, groups.length, Group.SECOND);
    return new Split(groups);
  }

  /** The same with the halves exchanged. */
  public Split swapped() {
    Group[] swapped = new Group[groups.length];
    for (int feature = 0; feature < groups.length; feature++) {
      swapped[feature] = groups[feature].opposite();
    }
    return new Split(swapped);
  }

  /** Number of features, {@code channels · rows · columns}. */
  public int features() {
    return groups.length;
  }

  /** The group of a feature by its row-major position in {@code [channel, row, column]}. */
  public Group group(int feature) {
    return groups[feature];
  }

  /** Number of features in a group. */
  public int size(Group group) {
    return (int) Arrays.stream(groups).filter(group::equals).count();
  }

  private static Group side(int index, int extent) {
    if (index < extent / 2) {
      return Group.FIRST;
    }
    return index >= (extent + 1) / 2 ? Group.SECOND : Group.REST;
  }

  private static int[] shuffled(int count, long seed) {
    int[] rank = new int[count];
    Arrays.setAll(rank, i -> i);
    new MersenneTwister(seed).shuffle(rank);
    return rank;
  }

  private static Split byPosition(int channels, int rows, int columns, Rule rule) {
    if (channels < 1 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "feature map of " + channels + " x " + rows + " x " + columns + " is empty");
    }
    Group[] groups = new Group[Math.multiplyExact(Math.multiplyExact(channels, rows), columns)];
    int feature = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          groups[feature++] = rule.group(channel, row, column);
        }
      }
    }
    return new Split(groups);
  }

  private interface Rule {
    Group group(int channel, int row, int column);
  }
}
