package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealTensorTest {
  private final Path file;

  RealTensorTest(@TempDir Path folder) {
    this.file = folder.resolve("numbers.npy");
  }

  @Test
  void numbersThatFloat32HoldsAreHeldInIt() {
    RealTensor narrow = RealTensor.narrowest(tensor(0.5, -0.0, Double.NaN, 1e30f));
    assertThat(narrow).isInstanceOf(FloatTensor.class);
    assertThat(((FloatTensor) narrow).values()).containsExactly(0.5f, -0f, Float.NaN, 1e30f);
  }

  @Test
  void aNumberThatFloat32WouldRoundKeepsAllInFloat64() {
    for (double value : new double[] {0.1, 1e8 + 1, 1e200, 1e-300}) {
      DoubleTensor wide = tensor(1, value);
      assertThat(RealTensor.narrowest(wide)).isSameAs(wide);
    }
  }

  @Test
  void float64FilesKeepTheirDigits() throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyWriter.write(out, tensor(1e8 + 0.25, 1e200));
    }
    try (NpyFile npy = NpyFile.open(file)) {
      assertThat(npy.reals().get(0)).isEqualTo(1e8 + 0.25);
      assertThat(npy.reals().get(1)).isEqualTo(1e200);
    }
  }

  @Test
  void smallWholeNumbersAreFloatsAndHugeOnesAreRefused() throws IOException {
    write(3, -70_000);
    try (NpyFile npy = NpyFile.open(file)) {
      assertThat(npy.reals()).isInstanceOf(FloatTensor.class);
    }
    write(3, (1L << 53) - 1);
    try (NpyFile npy = NpyFile.open(file)) {
      assertThat(npy.reals().get(1)).isEqualTo(0x1p53 - 1);
    }
    write(3, (1L << 53) + 1);
    try (NpyFile npy = NpyFile.open(file)) {
      assertThatThrownBy(npy::reals)
          .isInstanceOf(InputException.class)
          .hasMessage(
              file
                  + ": holds 9007199254740992; whole numbers from 2^53 on are rounded, take an offset"
                  + " off first");
    }
  }

  private void write(long... values) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyWriter.write(out, new LongTensor(Shape.of(values.length), values));
    }
  }

  private static DoubleTensor tensor(double... values) {
    return new DoubleTensor(Shape.of(values.length), values);
  }
}
