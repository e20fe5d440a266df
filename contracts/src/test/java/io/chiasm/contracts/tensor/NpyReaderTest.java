package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {
  static Stream<NpyFixtures.Expected> real() {
    return NpyFixtures.all().filter(e -> !e.file().startsWith("c8") && !e.file().startsWith("c16"));
  }

  static Stream<NpyFixtures.Expected> complex() {
    return NpyFixtures.all().filter(e -> e.file().startsWith("c8") || e.file().startsWith("c16"));
  }

  static Stream<NpyFixtures.Expected> whole() {
    return NpyFixtures.all()
        .filter(e -> e.file().matches("(b1|i[1248]|u[124])(-.*)?-(c|fortran)\\.npy"));
  }

  @ParameterizedTest
  @MethodSource("real")
  void doublesAreWhatNumpySays(NpyFixtures.Expected expected) throws IOException {
    // When
    DoubleTensor tensor = NpyReader.doubles(open(expected.file()), "t", NpyLimits.STANDARD);
    // Then
    assertThat(tensor.shape()).isEqualTo(expected.shape());
    assertThat(tensor.values()).containsExactly(expected.doubles());
  }

  @ParameterizedTest
  @MethodSource("complex")
  void complexNumbersComeAsRealAndImaginaryParts(NpyFixtures.Expected expected) throws IOException {
    // When
    DoubleTensor tensor = NpyReader.complex(open(expected.file()), "t", NpyLimits.STANDARD);
    // Then
    assertThat(tensor.shape()).isEqualTo(expected.shape().append(2));
    assertThat(tensor.values()).containsExactly(expected.doubles());
  }

  @ParameterizedTest
  @MethodSource("whole")
  void wholeNumbersAreExact(NpyFixtures.Expected expected) throws IOException {
    // When
    LongTensor tensor = NpyReader.longs(open(expected.file()), "t", NpyLimits.STANDARD);
    // Then
    assertThat(tensor.shape()).isEqualTo(expected.shape());
    assertThat(tensor.values())
        .containsExactly(expected.elements().stream().mapToLong(Long::parseLong).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "hard-i8.npy, hard-i8-as-f4.npy",
    "hard-u8.npy, hard-u8-as-f4.npy",
    "hard-f8.npy, hard-f8-as-f4.npy",
    "halves.npy, halves-as-f4.npy"
  })
  void floatsRoundOnceAsNumpyDoes(String stored, String asFloat) throws IOException {
    assertThat(NpyReader.floats(open(stored), "t", NpyLimits.STANDARD).values())
        .isEqualTo(NpyReader.floats(open(asFloat), "t", NpyLimits.STANDARD).values());
  }

  @ParameterizedTest
  @CsvSource({"hard-i8.npy, hard-i8-as-f8.npy", "hard-u8.npy, hard-u8-as-f8.npy"})
  void doublesRoundOnceAsNumpyDoes(String stored, String asDouble) throws IOException {
    assertThat(NpyReader.doubles(open(stored), "t", NpyLimits.STANDARD).values())
        .isEqualTo(NpyReader.doubles(open(asDouble), "t", NpyLimits.STANDARD).values());
  }

  @Test
  void zerosKeepTheirSign() throws IOException {
    // When
    FloatTensor halves = NpyReader.floats(open("f2-little-c.npy"), "t", NpyLimits.STANDARD);
    // Then
    assertThat(Float.floatToRawIntBits(halves.values()[1])).isEqualTo(0x80000000);
  }

  @Test
  void unsignedNumbersOverTheRangeOfLongAreRefused() {
    assertThatThrownBy(() -> NpyReader.longs(open("hard-u8.npy"), "rois.npy", NpyLimits.STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rois.npy")
        .hasMessageContaining("9223372036854775808");
  }

  @Test
  void fractionsAreNoWholeNumbers() {
    assertThatThrownBy(() -> NpyReader.longs(open("cube-c.npy"), "x.npy", NpyLimits.STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "x.npy: has element type float32,"
                + " whole numbers (bool, int8 to int64, uint8 to uint64) are needed");
  }

  @Test
  void complexNumbersAreNoRealNumbers() {
    assertThatThrownBy(() -> NpyReader.floats(open("c8-little-c.npy"), "x.npy", NpyLimits.STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("complex64");
    assertThatThrownBy(() -> NpyReader.complex(open("cube-c.npy"), "x.npy", NpyLimits.STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("float32");
  }

  @ParameterizedTest
  @CsvSource({
    "refused-object.npy, Python objects",
    "refused-structured.npy, named columns",
    "refused-text.npy, text",
    "refused-bytes.npy, byte strings",
    "refused-dates.npy, dates",
    "refused-archive.npz, archive"
  })
  void whatHoldsNoNumbersIsRefusedByName(String file, String reason) {
    assertThatThrownBy(() -> NpyReader.doubles(open(file), file, NpyLimits.STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(reason);
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] whole = NpyFixtures.bytes("cube-c.npy");
    for (int length = 0; length < whole.length; length++) {
      InputStream in = new ByteArrayInputStream(whole, 0, length);
      assertThatThrownBy(() -> NpyReader.floats(in, "cut.npy", NpyLimits.STANDARD))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("cut.npy: ends ");
    }
  }

  @Test
  void bytesAfterTheArrayAreNoticed() {
    byte[] whole = NpyFixtures.bytes("cube-c.npy");
    InputStream in = new ByteArrayInputStream(Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> NpyReader.floats(in, "long.npy", NpyLimits.STANDARD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more data than the 96 bytes");
  }

  @Test
  void arraysOverTheLimitAreRefusedBeforeTheyAreRead() {
    assertThatThrownBy(() -> NpyReader.floats(open("cube-c.npy"), "x", NpyLimits.ofData(95)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs 96 bytes, at most 95");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535, 65_536, 65_537, 200_000})
  void arraysLongerThanABlockAreRead(int length) throws IOException {
    // Given
    FloatTensor tensor = NpyFixtures.counting(length);
    // When
    FloatTensor read =
        NpyReader.floats(NpyStream.file(ElementSource.of(tensor)), "block", NpyLimits.STANDARD);
    // Then
    assertThat(read.values()).isEqualTo(tensor.values());
  }

  private static InputStream open(String file) {
    return NpyFixtures.open(file);
  }
}
