package io.chiasm.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.photograph.Orientation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnedPixelsTest {
  /** Of two rows, abc and def, what Pillow's {@code exif_transpose} makes. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, abcdef", "2, 2, cbafed", "3, 2, fedcba", "4, 2, defabc",
    "5, 3, adbecf", "6, 3, daebfc", "7, 3, fcebda", "8, 3, cfbead"
  })
  void pixelsLieWhereThePhotographIsSeen(int tag, int rows, String expected) {
    byte[] samples = new byte[18];
    for (int i = 0; i < 18; i++) {
      samples[i] = (byte) ("abcdef".charAt(i / 3) + 100 * (i % 3));
    }
    RgbImage shown = TurnedPixels.of(new RgbImage(2, 3, samples), new Orientation(tag));
    assertThat(shown.height()).isEqualTo(rows);
    for (int i = 0; i < 18; i++) {
      assertThat(shown.samples()[i]).isEqualTo((byte) (expected.charAt(i / 3) + 100 * (i % 3)));
    }
  }
}
