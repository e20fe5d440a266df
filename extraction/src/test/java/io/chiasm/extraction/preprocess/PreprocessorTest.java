package io.chiasm.extraction.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.extraction.image.Interpolation;
import io.chiasm.extraction.image.Patterns;
import io.chiasm.extraction.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against Pillow and numpy in torchvision's steps; {@code make_inputs.py} made the table. */
class PreprocessorTest {
  private static final PreprocessingRecipe SMALL =
      PreprocessingRecipe.wholeImage(4, 5, Normalisation.IMAGENET);

  @ParameterizedTest
  @CsvFileSource(resources = "/io/chiasm/extraction/preprocess/inputs.csv", numLinesToSkip = 1)
  void inputIsTorchvisionsToTheLastBit(
      int width,
      int height,
      String mode,
      int side,
      int crop,
      String interpolation,
      String first,
      String middle,
      String last,
      String sha256)
      throws Exception {
    // Given
    Interpolation filter = Interpolation.valueOf(interpolation.toUpperCase(Locale.ROOT));
    Geometry geometry =
        mode.equals("whole-image")
            ? new Geometry.WholeImage(crop, crop)
            : new Geometry.CentreCrop(side, crop, crop);
    PreprocessingRecipe recipe =
        new PreprocessingRecipe(geometry, filter, Normalisation.IMAGENET, InputVariant.PLAIN);
    // When
    float[] input = input(recipe, Patterns.pattern(width, height));
    // Then
    assertThat(bits(input[0])).isEqualTo(first);
    assertThat(bits(input[input.length / 2])).isEqualTo(middle);
    assertThat(bits(input[input.length - 1])).isEqualTo(last);
    assertThat(sha256(input)).isEqualTo(sha256);
  }

  @Test
  void photographIsWrittenAtItsPlaceInTheBatchOnly() {
    Preprocessor preprocessor = new Preprocessor(SMALL);
    int each = preprocessor.valuesPerImage();
    float[] batch = new float[3 * each];
    preprocessor.write("strip.png", Patterns.pattern(9, 9), batch, 1);
    assertThat(batch).startsWith(new float[each]).endsWith(new float[each]);
    assertThat(batch[each]).isNotZero();
  }

  @Test
  void mirroredTwiceIsPlain() {
    RgbImage photograph = Patterns.pattern(30, 20);
    float[] plain = input(SMALL, photograph);
    float[] mirrored = input(SMALL.as(InputVariant.MIRRORED), photograph);
    for (int i = 0; i < plain.length; i++) {
      int row = i / 5;
      int column = i % 5;
      assertThat(mirrored[5 * row + 4 - column]).isEqualTo(plain[i]);
    }
  }

  @Test
  void halvesKeepTheirColumnsAndTheMidlineBelongsToNeither() {
    RgbImage photograph = Patterns.pattern(30, 20);
    float[] plain = input(SMALL, photograph);
    float[] left = input(SMALL.as(InputVariant.LEFT_ONLY), photograph);
    float[] right = input(SMALL.as(InputVariant.RIGHT_ONLY), photograph);
    for (int i = 0; i < plain.length; i++) {
      int column = i % 5;
      assertThat(left[i]).isEqualTo(column < 2 ? plain[i] : 0f);
      assertThat(right[i]).isEqualTo(column > 2 ? plain[i] : 0f);
    }
  }

  @Test
  void halvesOfAnEvenWidthAddUpToTheWhole() {
    PreprocessingRecipe even = PreprocessingRecipe.wholeImage(4, 6, Normalisation.IMAGENET);
    RgbImage photograph = Patterns.pattern(30, 20);
    float[] plain = input(even, photograph);
    float[] left = input(even.as(InputVariant.LEFT_ONLY), photograph);
    float[] right = input(even.as(InputVariant.RIGHT_ONLY), photograph);
    for (int i = 0; i < plain.length; i++) {
      assertThat(left[i] + right[i]).isEqualTo(plain[i]);
    }
  }

  @Test
  void stripThatWouldFillTheMemoryIsRefused() {
    PreprocessingRecipe recipe =
        PreprocessingRecipe.torchvision(
            TorchvisionPreset.forInput(224, 224), 224, 224, Normalisation.IMAGENET);
    RgbImage strip = Patterns.pattern(20_000, 1);
    assertThatThrownBy(() -> input(recipe, strip))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "strip.png is 20000 x 1 pixels: with a short side of 256 its long side would have 5120000");
  }

  private static float[] input(PreprocessingRecipe recipe, RgbImage photograph) {
    Preprocessor preprocessor = new Preprocessor(recipe);
    float[] input = new float[preprocessor.valuesPerImage()];
    preprocessor.write("strip.png", photograph, input, 0);
    return input;
  }

  private static String bits(float value) {
    return String.format("%08x", Float.floatToRawIntBits(value));
  }

  private static String sha256(float[] values) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
  }
}
