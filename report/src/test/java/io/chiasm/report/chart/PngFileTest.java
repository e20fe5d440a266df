package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Read back by ImageIO, which decodes PNG in its own way. */
class PngFileTest {
  private static final double DOTS_PER_INCH = 300;
  private static final int DOTS_PER_METRE = 11_811;
  private static final int SIGNATURE = 8;

  @ParameterizedTest
  @EnumSource
  void anyColoursComeBackAsTheyWere(PngRows rows) throws IOException {
    // Given
    Random random = new Random(1);
    BufferedImage noise = image(37, 23, pixel -> random.nextInt(1 << 24));
    // Then
    assertThat(pixels(read(png(noise, rows)))).isEqualTo(pixels(noise));
  }

  @ParameterizedTest
  @EnumSource
  void flatAndShadedAreasComeBackAsTheyWere(PngRows rows) throws IOException {
    // Given: white, then one colour, then shades that rise and fall by one
    BufferedImage areas =
        image(
            300,
            4,
            pixel ->
                pixel % 300 < 100
                    ? 0xffffff
                    : pixel % 300 < 200 ? 0x0080ff : 0x010101 * (127 + pixel % 2 - pixel % 3));
    // Then
    assertThat(pixels(read(png(areas, rows)))).isEqualTo(pixels(areas));
  }

  @ParameterizedTest
  @EnumSource
  void oneDotIsAnImage(PngRows rows) throws IOException {
    BufferedImage dot = image(1, 1, pixel -> 0x123456);
    assertThat(pixels(read(png(dot, rows)))).containsExactly(0x123456);
  }

  @Test
  void everyChunkIsWholeAndSound() {
    // Given
    byte[] png =
        PngFile.encoded(
            2, 1, DOTS_PER_INCH, PngRows.DRAWN.packed(image(2, 1, pixel -> pixel)), "Größe “r”");
    ByteBuffer file = ByteBuffer.wrap(png).position(SIGNATURE);
    List<String> names = new ArrayList<>();
    // When
    while (file.hasRemaining()) {
      byte[] content = new byte[file.getInt()];
      byte[] name = new byte[4];
      file.get(name).get(content);
      names.add(new String(name, StandardCharsets.US_ASCII));
      // Then
      CRC32 check = new CRC32();
      check.update(name);
      check.update(content);
      assertThat(file.getInt()).isEqualTo((int) check.getValue());
    }
    assertThat(names).containsExactly("IHDR", "pHYs", "iTXt", "IDAT", "IEND");
    assertThat(new String(png, StandardCharsets.UTF_8)).contains("Description").contains("Größe");
  }

  @Test
  void theSizeInPrintIsKnown() {
    byte[] png = png(image(2, 2, pixel -> 0), PngRows.DRAWN);
    int size = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs") + 4;
    assertThat(ByteBuffer.wrap(png).getInt(size)).isEqualTo(DOTS_PER_METRE);
    assertThat(ByteBuffer.wrap(png).getInt(size + Integer.BYTES)).isEqualTo(DOTS_PER_METRE);
  }

  private static byte[] png(BufferedImage image, PngRows rows) {
    return PngFile.encoded(image.getWidth(), image.getHeight(), DOTS_PER_INCH, rows.packed(image));
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static BufferedImage image(int width, int height, IntUnaryOperator colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < width * height; pixel++) {
      image.setRGB(pixel % width, pixel / width, colour.applyAsInt(pixel));
    }
    return image;
  }

  private static int[] pixels(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xffffff;
    }
    return pixels;
  }
}
