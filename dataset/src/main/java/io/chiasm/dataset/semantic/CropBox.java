package io.chiasm.dataset.semantic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was cut from a photograph to make a stimulus, as shares of its height and width.
 *
 * @param top share of the height cut from above, and so on; opposite sides together below 1
 */
record CropBox(double top, double bottom, double left, double right) {
  /** Nothing is given back, so that a text of blanks takes no more than its length. */
  private static final String NUMBER = "([0-9]{0,9}+\\.?+[0-9]{0,20}+(?:[eE]-?[0-9]{1,3})?+)";

  private static final Pattern FORM =
      Pattern.compile(
          "[(\\[]\\s*+"
              + String.join("\\s*+,\\s*+", NUMBER, NUMBER, NUMBER, NUMBER)
              + "\\s*+[)\\]]");

  CropBox {
    if (!(isShare(top) && isShare(bottom) && isShare(left) && isShare(right))
        || top + bottom >= 1
        || left + right >= 1) {
      throw new IllegalArgumentException("not a crop");
    }
  }

  /** Reads {@code (top, bottom, left, right)}; empty if the text is no crop. */
  static Optional<CropBox> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CropBox(number(form, 1), number(form, 2), number(form, 3), number(form, 4)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * In which halves of the stimulus a box of its photograph can be seen.
   *
   * @param size of the photograph, pixels
   * @return empty if less than a pixel of its width or height is left by the crop
   */
  Optional<Visibility> seen(PixelBox box, PixelSize size) {
    double from = left * size.width();
    double to = (1 - right) * size.width();
    double first = Math.max(box.x(), from);
    double last = Math.min(box.x() + box.width(), to);
    double high = Math.max(box.y(), top * size.height());
    double low = Math.min(box.y() + box.height(), (1 - bottom) * size.height());
    if (last - first < 1 || low - high < 1) {
      return Optional.empty();
    }
    double midline = (from + to) / 2;
    return Optional.of(new Visibility(first < midline, last > midline));
  }

  /** Width of what is left less its height, pixels; NSD's stimuli are square. */
  double excess(PixelSize size) {
    return (1 - left - right) * size.width() - (1 - top - bottom) * size.height();
  }

  private static double number(Matcher form, int group) {
    return Double.parseDouble(form.group(group));
  }

  private static boolean isShare(double value) {
    return value >= 0 && value < 1;
  }
}
