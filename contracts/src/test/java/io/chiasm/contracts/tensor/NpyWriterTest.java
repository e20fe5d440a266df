package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cube-c.npy",
        "scalar.npy",
        "empty.npy",
        "f4-little-c.npy",
        "hard-i8-as-f4.npy",
        "halves-as-f4.npy"
      })
  void floatsAreTheBytesOfNumpySave(String file) throws IOException {
    // Given
    FloatTensor tensor = NpyReader.floats(NpyFixtures.open(file), file, NpyLimits.STANDARD);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // When
    NpyWriter.write(out, tensor);
    // Then
    assertThat(out.toByteArray()).isEqualTo(NpyFixtures.bytes(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f8-little-c.npy", "rows-c.npy", "empty-last.npy", "hard-f8.npy"})
  void doublesAreTheBytesOfNumpySave(String file) throws IOException {
    // Given
    DoubleTensor tensor = NpyReader.doubles(NpyFixtures.open(file), file, NpyLimits.STANDARD);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // When
    NpyWriter.write(out, tensor);
    // Then
    assertThat(out.toByteArray()).isEqualTo(NpyFixtures.bytes(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"i8-little-c.npy", "hard-i8.npy"})
  void longsAreTheBytesOfNumpySave(String file) throws IOException {
    // Given
    LongTensor tensor = NpyReader.longs(NpyFixtures.open(file), file, NpyLimits.STANDARD);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // When
    NpyWriter.write(out, tensor);
    // Then
    assertThat(out.toByteArray()).isEqualTo(NpyFixtures.bytes(file));
  }

  static Stream<List<String>> headers() {
    return NpyFixtures.csv("headers.csv");
  }

  @ParameterizedTest
  @MethodSource("headers")
  void headersAreNumpysOwn(List<String> line) {
    // When
    byte[] header = NpyWriter.header(ElementType.of(line.get(0)), NpyFixtures.shape(line.get(1)));
    // Then
    assertThat(HexFormat.of().formatHex(header)).isEqualTo(line.get(2));
    assertThat(header.length % 64).isZero();
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    // Given
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    // When
    NpyWriter.write(out, FloatTensor.zeros(2));
    // Then
    assertThat(out.size()).isEqualTo(128 + 8);
  }
}
