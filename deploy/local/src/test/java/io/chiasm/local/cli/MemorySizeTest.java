package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class MemorySizeTest {
  private final MemorySize sizes = new MemorySize();

  @Test
  void unitsArePowersOf1024() {
    assertThat(sizes.convert("300")).isEqualTo(300);
    assertThat(sizes.convert("2K")).isEqualTo(2048);
    assertThat(sizes.convert("512M")).isEqualTo(512L << 20);
    assertThat(sizes.convert("3G")).isEqualTo(3L << 30);
  }

  @Test
  void whatIsNoSizeIsSaid() {
    assertThatThrownBy(() -> sizes.convert("3 GB"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'3 GB' is no size such as 512M or 3G");
  }
}
