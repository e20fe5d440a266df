package io.chiasm.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against ImageIO, which reads the same files in its own way. */
class PngRowsTest {
  private static final int WIDTH = 23;
  private static final int HEIGHT = 31;
  private static final int FILTERS = 5;

  @ParameterizedTest
  @CsvSource({
    "GREY, 0, 8",
    "GREY, 0, 16",
    "RGB, 2, 8",
    "RGB, 2, 16",
    "GREY_ALPHA, 4, 8",
    "GREY_ALPHA, 4, 16",
    "RGBA, 6, 8",
    "RGBA, 6, 16"
  })
  void rowsOfEveryFilterAreThoseOfImageIo(PngColour colour, int code, int depth) throws Exception {
    // Given
    byte[] png = png(WIDTH, HEIGHT, code, depth, filtered(colour.channels() * depth / 8, FILTERS));
    // When
    PngFile file = PngFile.read(png, ImageLimits.DEFAULT);
    PngRows rows = PngRows.of(file);
    // Then
    Raster expected = ImageReading.raster("png", png);
    int[] row = new int[WIDTH * colour.channels()];
    for (int y = 0; y < HEIGHT; y++) {
      rows.samples(y, row);
      assertThat(row).isEqualTo(expected.getPixels(0, y, WIDTH, 1, (int[]) null));
    }
  }

  @Test
  void anUnknownFilterIsRefused() throws Exception {
    PngFile file =
        PngFile.read(png(WIDTH, HEIGHT, 2, 8, filtered(3, FILTERS + 1)), ImageLimits.DEFAULT);
    assertThatThrownBy(() -> PngRows.of(file))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("PNG has no filter 5");
  }

  @Test
  void moreRowsThanAnyCompressionHoldsAreRefusedBeforeThereIsRoomForThem() throws Exception {
    PngFile file = PngFile.read(png(7000, 7000, 6, 16, filtered(8, FILTERS)), ImageLimits.DEFAULT);
    long before = allocated();
    assertThatThrownBy(() -> PngRows.of(file))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("its data cannot fill 7000 x 7000 pixels");
    assertThat(allocated() - before).isLessThan(1 << 20);
  }

  /** Random bytes are the filtered rows of some image, whatever the filters. */
  private static byte[] filtered(int pixel, int filters) {
    Random random = new Random(pixel);
    byte[] rows = new byte[HEIGHT * (1 + WIDTH * pixel)];
    random.nextBytes(rows);
    for (int y = 0; y < HEIGHT; y++) {
      rows[y * (1 + WIDTH * pixel)] = (byte) ((y + 1) % filters);
    }
    return rows;
  }

  /** In several pieces, one of them empty. */
  private static byte[] png(int width, int height, int colour, int depth, byte[] filtered)
      throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
      deflater.write(filtered);
    }
    byte[] data = compressed.toByteArray();
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) colour);
    ByteBuffer png = ByteBuffer.allocate(8 + 25 + 4 * 12 + data.length + 12);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(png, "IHDR", header.array(), 0, 13);
    int third = data.length / 3;
    chunk(png, "IDAT", data, 0, third);
    chunk(png, "IDAT", data, third, 0);
    chunk(png, "IDAT", data, third, third);
    chunk(png, "IDAT", data, 2 * third, data.length - 2 * third);
    chunk(png, "IEND", data, 0, 0);
    return png.array();
  }

  private static void chunk(ByteBuffer png, String type, byte[] data, int from, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data, from, length);
    png.putInt(length).put(name).put(data, from, length).putInt((int) sum.getValue());
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
