package io.chiasm.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTextTest {
  @Test
  void everyDoubleReadsBackAsItself() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.parseDouble(DecimalText.exact(value))).isEqualTo(value);
    }
  }

  @Test
  void roundNumbersStayShort() {
    assertThat(DecimalText.exact(0.1)).isEqualTo("0.1");
    assertThat(DecimalText.exact(-100)).isEqualTo("-100");
    assertThat(DecimalText.exact(0)).isEqualTo("0");
    assertThat(DecimalText.exact(Double.NaN)).isEqualTo("NaN");
  }

  @Test
  void peopleSeeThreeDigitsAndATrueMinus() {
    assertThat(DecimalText.three(-0.1234)).isEqualTo("−0.123");
    assertThat(DecimalText.three(-0.0001)).isEqualTo("0.000");
    assertThat(DecimalText.three(Double.NaN)).isEqualTo("–");
  }
}
