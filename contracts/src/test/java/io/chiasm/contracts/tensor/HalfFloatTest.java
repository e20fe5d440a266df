package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class HalfFloatTest {
  private static final int INFINITY = 0x7c00;
  private static final int HALVES = 1 << 16;

  @Test
  void everyHalfIsItsOwnNearest() {
    for (int bits = 0; bits < HALVES; bits++) {
      float value = HalfFloat.toFloat((short) bits);
      short again = HalfFloat.nearest(value);
      if (Float.isNaN(value)) {
        assertThat(HalfFloat.toFloat(again)).isNaN();
      } else {
        assertThat(again).as("half %04x", bits).isEqualTo((short) bits);
      }
    }
  }

  @Test
  void betweenAnyTwoHalvesTheNearerIsTakenAndInTheMiddleTheEvenOne() {
    for (int below = 0; below < INFINITY; below++) {
      int above = below + 1;
      float middle = (magnitude(below) + magnitude(above)) / 2;
      assertNearest(middle, below % 2 == 0 ? below : above);
      assertNearest(Math.nextDown(middle), below);
      assertNearest(Math.nextUp(middle), above);
    }
  }

  /** The half after the largest one, 65504, would be 65536. */
  private static float magnitude(int bits) {
    return bits == INFINITY ? 65536 : HalfFloat.toFloat((short) bits);
  }

  private static void assertNearest(float value, int bits) {
    assertThat(HalfFloat.nearest(value)).as("%s", value).isEqualTo((short) bits);
    assertThat(HalfFloat.nearest(-value)).as("-%s", value).isEqualTo((short) (bits | 0x8000));
  }

  @Test
  void onlyFromTheNamedLimitOnANumberIsInfinity() {
    assertThat(toHalf(HalfFloat.OVERFLOW)).isInfinite();
    assertThat(toHalf(-Float.MAX_VALUE)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(toHalf(Math.nextDown(HalfFloat.OVERFLOW))).isEqualTo(65504);
    assertThat(toHalf(Float.NaN)).isNaN();
  }

  @Test
  void halvesFromTheSmallestNormalOnAreWithinTheirElevenDigits() {
    for (float value = HalfFloat.SMALLEST_NORMAL; value < HalfFloat.OVERFLOW; value *= 1.0007f) {
      assertThat(Math.abs(toHalf(value) - value)).isLessThanOrEqualTo(value * 0x1p-11f);
    }
  }

  @Test
  void floatsAreRoundedAsNumpyRoundsThem() throws IOException {
    // Given
    float[] floats =
        NpyReader.floats(NpyFixtures.open("to-halves.npy"), "floats", NpyLimits.STANDARD).values();
    float[] expected =
        NpyReader.floats(NpyFixtures.open("to-halves-as-f2.npy"), "halves", NpyLimits.STANDARD)
            .values();
    // When
    ByteBuffer halves = ByteBuffer.allocate(2 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    HalfFloat.round(floats, 0, floats.length, halves);
    // Then
    for (int i = 0; i < floats.length; i++) {
      Float half = HalfFloat.toFloat(halves.getShort(2 * i));
      // As objects NaNs are equal, and the zeros are not.
      assertThat(half).as("%s", floats[i]).isEqualTo(Float.valueOf(expected[i]));
    }
  }

  private static float toHalf(float value) {
    return HalfFloat.toFloat(HalfFloat.nearest(value));
  }
}
