package io.chiasm.extraction.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Takes back the row filters of the PNG standard, in place. The array holds rows of a filter byte
 * and samples, the first one zeros: what stands above the image.
 */
final class PngFilters {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGHEST = 0x8080808080808080L;

  private final byte[] rows;
  private final int row;
  private final int pixel;

  /**
   * @param row bytes of a row without its filter byte
   * @param pixel bytes of a pixel
   */
  PngFilters(byte[] rows, int row, int pixel) {
    this.rows = rows;
    this.row = row;
    this.pixel = pixel;
  }

  /** Takes back the filter of the row whose filter byte is at {@code at}. */
  void undo(int at) throws UnreadableImageException {
    switch (rows[at]) {
      case 0 -> {}
      case 1 -> undoLeft(at + 1);
      case 2 -> undoAbove(at + 1);
      case 3 -> undoMean(at + 1);
      case 4 -> undoPaeth(at + 1);
      default ->
          throw new UnreadableImageException(
              "is truncated or damaged: PNG has no filter " + (rows[at] & 0xFF));
    }
  }

  private void undoLeft(int from) {
    byte[] r = rows;
    int end = from + row;
    for (int channel = from; channel < from + pixel; channel++) {
      int left = 0;
      for (int i = channel; i < end; i += pixel) {
        left += r[i];
        r[i] = (byte) left;
      }
    }
  }

  /** Eight bytes at a time: sums without their highest bits cannot reach the next byte. */
  private void undoAbove(int from) {
    byte[] r = rows;
    int up = row + 1;
    int end = from + row;
    int i = from;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long here = (long) EIGHT.get(r, i);
      long above = (long) EIGHT.get(r, i - up);
      EIGHT.set(r, i, ((here & ~HIGHEST) + (above & ~HIGHEST)) ^ ((here ^ above) & HIGHEST));
    }
    for (; i < end; i++) {
      r[i] += r[i - up];
    }
  }

  private void undoMean(int from) {
    byte[] r = rows;
    int up = row + 1;
    int end = from + row;
    for (int channel = from; channel < from + pixel; channel++) {
      int left = 0;
      for (int i = channel; i < end; i += pixel) {
        left = (r[i] + ((left + (r[i - up] & 0xFF)) >> 1)) & 0xFF;
        r[i] = (byte) left;
      }
    }
  }

  private void undoPaeth(int from) {
    if (pixel == RgbImage.CHANNELS) {
      undoPaethOfThree(from);
      return;
    }
    byte[] r = rows;
    int up = row + 1;
    int end = from + row;
    for (int channel = from; channel < from + pixel; channel++) {
      int left = 0;
      int corner = 0;
      for (int i = channel; i < end; i += pixel) {
        int above = r[i - up] & 0xFF;
        left = (r[i] + nearest(left, above, corner)) & 0xFF;
        r[i] = (byte) left;
        corner = above;
      }
    }
  }

  /** Side by side: within a channel every step waits for the one before. */
  private void undoPaethOfThree(int from) {
    byte[] r = rows;
    int up = row + 1;
    int end = from + row;
    int left0 = 0;
    int left1 = 0;
    int left2 = 0;
    int corner0 = 0;
    int corner1 = 0;
    int corner2 = 0;
    for (int i = from; i < end; i += 3) {
      int above0 = r[i - up] & 0xFF;
      int above1 = r[i - up + 1] & 0xFF;
      int above2 = r[i - up + 2] & 0xFF;
      left0 = (r[i] + nearest(left0, above0, corner0)) & 0xFF;
      left1 = (r[i + 1] + nearest(left1, above1, corner1)) & 0xFF;
      left2 = (r[i + 2] + nearest(left2, above2, corner2)) & 0xFF;
      r[i] = (byte) left0;
      r[i + 1] = (byte) left1;
      r[i + 2] = (byte) left2;
      corner0 = above0;
      corner1 = above1;
      corner2 = above2;
    }
  }

  /**
   * Whichever is nearest to left + above - corner; the earlier on a tie. Without branches, which no
   * processor could foresee here.
   */
  private static int nearest(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    int notAbove = (toCorner - toAbove) >> 31;
    int notLeft = (Math.min(toAbove, toCorner) - toLeft) >> 31;
    int other = above ^ ((above ^ corner) & notAbove);
    return left ^ ((left ^ other) & notLeft);
  }
}
