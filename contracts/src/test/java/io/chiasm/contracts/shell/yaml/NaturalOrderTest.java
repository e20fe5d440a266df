package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbersInNamesCountAsNumbers() {
    // Given
    List<String> ordered =
        List.of(
            "",
            "2",
            "10",
            "99999999999999999999999",
            "a",
            "a-1-b",
            "a-1.pth",
            "a-02.pth",
            "a-2.pth",
            "a-10.pth",
            "a-10-1.pth",
            "b");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(1));
    // When
    shuffled.sort(new NaturalOrder());
    // Then
    assertThat(shuffled).containsExactlyInAnyOrderElementsOf(ordered);
    assertThat(shuffled.indexOf("a-2.pth")).isLessThan(shuffled.indexOf("a-10.pth"));
    assertThat(shuffled.indexOf("2")).isLessThan(shuffled.indexOf("10"));
    assertThat(shuffled.indexOf("10")).isLessThan(shuffled.indexOf("99999999999999999999999"));
    assertThat(shuffled.indexOf("a-1.pth")).isLessThan(shuffled.indexOf("a-02.pth"));
  }

  @Test
  void theOrderIsTotal() {
    // Given
    NaturalOrder order = new NaturalOrder();
    List<String> names =
        List.of("", "1", "01", "a", "a1", "a01", "a1b", "a1b2", "a10", "b", "-", "٣");
    for (String a : names) {
      for (String b : names) {
        // Then
        assertThat(Integer.signum(order.compare(a, b)))
            .isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        for (String c : names) {
          if (order.compare(a, b) < 0 && order.compare(b, c) < 0) {
            assertThat(order.compare(a, c)).isNegative();
          }
        }
      }
    }
  }
}
