package io.chiasm.dataset.algonauts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles written by hand, as numpy never writes them. */
class MappingPickleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "}(K\1u. | the pickle is broken",
        "u. | the pickle is broken",
        "}K\1K\2s. | the dict is not one from int to str",
        "h\7. | the pickle recalls what it never kept",
        "X. | the pickle is broken",
        "G........ | pickle instruction 0x47 has no place in a mapping",
      })
  void whatIsNoMappingIsRefused(String pickle, String reason) {
    byte[] bytes = pickle.strip().getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> MappingPickle.read(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason.strip());
  }
}
