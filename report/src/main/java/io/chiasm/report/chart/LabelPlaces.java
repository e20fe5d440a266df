package io.chiasm.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for labels near their points, within a frame: the nearest that covers neither a
 * point nor another label, or the one that covers least.
 */
final class LabelPlaces {
  private static final int DIRECTIONS = 16;
  private static final double STEP = 4;
  private static final double FARTHEST = 120;
  private static final double GAP = 4;

  /** From this distance on a line joins a label to its point. */
  private static final double FAR = 9;

  private final Place frame;
  private final List<Place> taken = new ArrayList<>();

  LabelPlaces(double left, double top, double right, double bottom) {
    this.frame = new Place(left, top, right, bottom, false);
  }

  /**
   * A label's place.
   *
   * @param far whether it is so far from its point that a line should join them
   */
  record Place(double left, double top, double right, double bottom, boolean far) {
    double middle() {
      return (top + bottom) / 2;
    }

    /** The point of the horizontal middle line that is nearest. */
    double nearestX(double x) {
      return Math.max(left, Math.min(right, x));
    }

    double overlap(Place other) {
      double width = Math.min(right, other.right) - Math.max(left, other.left);
      double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return width > 0 && height > 0 ? width * height : 0;
    }

    boolean holds(Place other) {
      return other.left >= left
          && other.right <= right
          && other.top >= top
          && other.bottom <= bottom;
    }
  }

  /** No label shall cover this. */
  void keepFree(double left, double top, double right, double bottom) {
    taken.add(new Place(left, top, right, bottom, false));
  }

  /** Takes a place for a label of this size that belongs to a point. */
  Place place(double x, double y, double width, double height) {
    Place best = at(x, y, width, height, GAP, 0);
    double least = Double.MAX_VALUE;
    for (double distance = GAP; distance <= FARTHEST && least > 0; distance += STEP) {
      for (int direction = 0; direction < DIRECTIONS && least > 0; direction++) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        Place place = at(x, y, width, height, distance, angle);
        double covered = taken.stream().mapToDouble(place::overlap).sum();
        if (frame.holds(place) && covered < least) {
          least = covered;
          best = place;
        }
      }
    }
    taken.add(best);
    return best;
  }

  /** The label's nearest edge is {@code distance} from the point. */
  private static Place at(
      double x, double y, double width, double height, double distance, double angle) {
    double across = Math.cos(angle);
    double middleX = x + across * (distance + width / 2);
    double middleY = y - Math.sin(angle) * (distance + height / 2);
    return new Place(
        middleX - width / 2,
        middleY - height / 2,
        middleX + width / 2,
        middleY + height / 2,
        distance >= FAR);
  }
}
