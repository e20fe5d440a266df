package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void itsTextIsItsDigits() {
    assertThat(Digest.parse(OF_NOTHING)).contains(Sha256.of(""));
    assertThat(Sha256.of("")).hasToString(OF_NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "e3b0", "E3B0C44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})
  void nothingElseIsADigest(String text) {
    assertThat(Digest.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Digest(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 lower-case hexadecimal digits, not '" + text + "'");
  }

  @Test
  void inJsonItIsItsDigitsAndNothingElseIsTaken() {
    byte[] json = Json.write(Sha256.of(""));
    assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("\"" + OF_NOTHING + "\"");
    assertThat(Json.read(json, Digest.class, "d.json")).isEqualTo(Sha256.of(""));
    byte[] short4 = "\"e3b0\"".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Json.read(short4, Digest.class, "d.json"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("d.json");
  }

  @Test
  void theDigestOfAnObjectOfOthersIsNotKnown() {
    assertThat(new ObjectStat(1, null).hex()).isEmpty();
    assertThatThrownBy(() -> new ObjectStat(1, null).digest())
        .isInstanceOf(IllegalStateException.class);
  }
}
