package io.chiasm.contracts.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final ContentHash START = ContentHash.of("activations", 1);

  @Test
  void theDigestIsThatOfTheDocumentedBytes() {
    // Given values made by content_hash.py with Python's hashlib
    ContentHash everyType =
        START
            .field("layer", "features.2/é")
            .field("seed", -1)
            .field("alpha", 1e-4)
            .field("trained", true)
            .field("network", START)
            .list("stimuli", List.of("nsd-00013", "nsd-00014"))
            .numbers("alphas", List.of(3, 0.5));
    // Then
    assertThat(START.full().value())
        .isEqualTo("25ce2df09bd3add2803f6010ba505cc4f028e46429866da12ae54b62692c53a8");
    assertThat(everyType.full().value())
        .isEqualTo("00f24bdc03b8432bbc68d2cd565380f53b5fec13eb6e55a12362eb72ebcc21cc");
    assertThat(everyType.hex()).isEqualTo("00f24bdc03b8432bbc68d2cd565380f5");
  }

  @Test
  void whereOneValueEndsAndTheNextBeginsCounts() {
    // Given contents whose joined characters, or joined lists, are alike
    Stream<ContentHash> contents =
        Stream.of(
            START.field("x", "ab").field("x", "c"),
            START.field("x", "a").field("x", "bc"),
            START.field("x", "abc").field("x", ""),
            START.field("xa", "b").field("x", "c"),
            START.field("x", "abc"),
            START.field("xabc", ""),
            START.list("x", List.of("ab", "c")),
            START.list("x", List.of("a", "bc")),
            START.list("x", List.of("abc")),
            START.list("x", List.of("abc", "")),
            START.list("x", List.of()).field("x", "abc"),
            START.list("x", List.of()),
            START,
            ContentHash.of("activationsx", 1),
            ContentHash.of("activations", 11),
            ContentHash.of("", 1).field("x", "activations"));
    // Then
    assertThat(contents.map(ContentHash::full)).doesNotHaveDuplicates();
  }

  @Test
  void nameTypeAndOrderCount() {
    Stream<ContentHash> contents =
        Stream.of(
            START.field("a", 1).field("b", 2),
            START.field("b", 2).field("a", 1),
            START.field("b", 1).field("a", 2),
            START.field("a", 1),
            START.field("a", 1.0),
            START.field("a", "1"),
            START.field("a", true),
            START.list("a", List.of("1")),
            START.numbers("a", List.of(1)),
            START.numbers("a", List.of(1.0)),
            START.numbers("a", List.of(1, 2)),
            START.numbers("a", List.of(2, 1)),
            START.field("a", START));
    assertThat(contents.map(ContentHash::full)).doesNotHaveDuplicates();
  }

  @Test
  void equalNumbersHaveOneForm() {
    assertThat(START.field("x", -0.0).hex()).isEqualTo(START.field("x", 0.0).hex());
    assertThat(START.field("x", Double.longBitsToDouble(0x7ff8000000000001L)).hex())
        .isEqualTo(START.field("x", Double.NaN).hex());
    assertThat(START.numbers("x", List.of(3, 0.5f)).hex())
        .isEqualTo(START.numbers("x", List.of(3L, 0.5)).hex());
  }

  @Test
  void aSharedBeginningIsNotChangedByWhatIsAddedToIt() {
    // Given
    ContentHash beginning = START.field("layer", "early");
    String before = beginning.hex();
    // When
    String left = beginning.field("half", "left").hex();
    String right = beginning.field("half", "right").hex();
    // Then
    assertThat(beginning.hex()).isEqualTo(before);
    assertThat(right)
        .isEqualTo(START.field("layer", "early").field("half", "right").hex())
        .isNotEqualTo(left);
  }

  @Test
  void halfACharacterIsRefusedRatherThanTakenForAQuestionMark() {
    assertThatThrownBy(() -> START.field("x", "\ud800"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text is not valid Unicode");
  }

  @Test
  void aNumberWithoutACanonicalFormIsRefused() {
    assertThatThrownBy(() -> START.numbers("x", List.of(BigDecimal.ONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
