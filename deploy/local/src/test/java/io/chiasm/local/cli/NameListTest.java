package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {
  @Test
  void commasAndRepeatedOptionsSeparateNames() {
    assertThat(NameList.of("--layers", List.of("a,b", "c", "a"))).containsExactly("a", "b", "c");
  }

  @Test
  void aCommaWithinANameIsEscaped() {
    assertThat(NameList.of("--layers", List.of("a\\,b,c\\d"))).containsExactly("a,b", "c\\d");
  }

  @Test
  void anEmptyNameIsRefused() {
    for (String value : List.of("", "a,,b", "a,")) {
      assertThatThrownBy(() -> NameList.of("--layers", List.of(value)))
          .isInstanceOf(InputException.class)
          .hasMessage("--layers " + value + ": a name is empty");
    }
  }
}
