package io.chiasm.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against Pillow itself; {@code make_resizes.py} made the table. */
class PillowResizeTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/io/chiasm/extraction/image/resizes.csv", numLinesToSkip = 1)
  void resizedImageIsPillowsToTheLastBit(
      int width,
      int height,
      int toWidth,
      int toHeight,
      String interpolation,
      long sum,
      String sha256)
      throws Exception {
    // Given
    RgbImage image = Patterns.pattern(width, height);
    Interpolation filter = Interpolation.valueOf(interpolation.toUpperCase(Locale.ROOT));
    // When
    RgbImage resized = PillowResize.resize(image, toHeight, toWidth, filter);
    // Then
    assertThat(sum(resized)).isEqualTo(sum);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(resized.samples());
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
  }

  @Test
  void sameSizeIsTheSameImage() {
    RgbImage image = Patterns.pattern(20, 30);
    assertThat(PillowResize.resize(image, 30, 20, Interpolation.BICUBIC)).isSameAs(image);
  }

  private static long sum(RgbImage image) {
    long sum = 0;
    for (byte sample : image.samples()) {
      sum += Byte.toUnsignedInt(sample);
    }
    return sum;
  }
}
