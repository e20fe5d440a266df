package io.chiasm.dataset.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropBoxTest {
  private static final PixelSize SIZE = new PixelSize(640, 426);

  /** The first row of NSD's table: COCO's photograph 532481. */
  private static final CropBox FIRST = new CropBox(0, 0, 0.1671875, 0.1671875);

  /** Pixels; shares are rounded in the sixteenth digit. */
  private static final double ROUNDING = 1e-9;

  @Test
  void theTablesFirstCropIsRead() {
    assertThat(CropBox.parse("(0, 0, 0.1671875, 0.1671875)")).hasValue(FIRST);
    assertThat(FIRST.excess(SIZE)).isCloseTo(0, within(ROUNDING));
  }

  /** Giving blanks back one by one would take minutes for 3,000 of them, and years for these. */
  @Test
  @Timeout(60)
  void aTextOfBlanksIsRefused() {
    String blanks = " ".repeat(20_000);
    assertThat(CropBox.parse("(0," + blanks + "," + blanks + "x")).isEmpty();
    assertThat(CropBox.parse("(0," + blanks + "0" + blanks + ",0,0)"))
        .hasValue(new CropBox(0, 0, 0, 0));
  }

  @Test
  void aBoxIsSeenInTheHalvesThatItReachesInto() {
    // What is left are columns 107 to 533, and the midline is at 320.
    assertThat(FIRST.seen(new PixelBox(110, 10, 100, 50), SIZE))
        .hasValue(new Visibility(true, false));
    assertThat(FIRST.seen(new PixelBox(320, 10, 100, 50), SIZE))
        .hasValue(new Visibility(false, true));
    assertThat(FIRST.seen(new PixelBox(300, 10, 100, 50), SIZE))
        .hasValue(new Visibility(true, true));
  }

  @Test
  void aBoxOfWhichLessThanAPixelIsLeftIsNotSeen() {
    assertThat(FIRST.seen(new PixelBox(0, 10, 107.5, 50), SIZE)).isEmpty();
    assertThat(FIRST.seen(new PixelBox(0, 10, 108.5, 50), SIZE))
        .hasValue(new Visibility(true, false));
    assertThat(FIRST.seen(new PixelBox(534, 10, 100, 50), SIZE)).isEmpty();
    assertThat(FIRST.seen(new PixelBox(200, 425.5, 100, 0.5), SIZE)).isEmpty();
  }

  @Test
  void aMirroredPhotographShowsTheSameInTheOtherHalf() {
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      // Given
      CropBox crop = new CropBox(0, 0, random.nextInt(160) / 640.0, random.nextInt(160) / 640.0);
      CropBox flipped = new CropBox(0, 0, crop.right(), crop.left());
      PixelBox box = new PixelBox(random.nextInt(600), 0, 1 + random.nextInt(40), 9);
      PixelBox mirrored = new PixelBox(640 - box.x() - box.width(), 0, box.width(), 9);
      // Then
      assertThat(flipped.seen(mirrored, SIZE))
          .isEqualTo(crop.seen(box, SIZE).map(v -> new Visibility(v.right(), v.left())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "()",
        "0,0,0,0",
        "(0, 0, 0)",
        "(0, 0, 0, 0, 0)",
        "(0, 0, 0.5, 0.5)",
        "(-0.1, 0, 0, 0)",
        "(0, 0, 1, 0)",
        "(nan, 0, 0, 0)",
        "(., 0, 0, 0)",
        "(0, 0, e5, 0)",
        "__import__('os')"
      })
  void otherTextIsNoCrop(String text) {
    assertThat(CropBox.parse(text)).isEmpty();
  }
}
