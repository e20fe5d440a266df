package io.chiasm.contracts.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {
  private final List<CsvLine> lines = new ArrayList<>();

  @Test
  void ofATableMadeByHandBlanksAndEmptyLinesArePassedOver() {
    String text = "\uFEFFa, b\n\n\" 1 \",\"x\ny\"\n 2 ,3\n";
    assertThat(CsvText.byHand(text, "t.csv").read(lines::add, lines::add)).isTrue();
    assertThat(lines)
        .containsExactly(
            new CsvLine("t.csv", 1, List.of("a", "b")),
            new CsvLine("t.csv", 4, List.of("1", "x\ny")),
            new CsvLine("t.csv", 5, List.of("2", "3")));
  }

  @Test
  void ofAStrictTableNothingIsPassedOver() {
    CsvText.strict("a\n x \n\n", "t.csv").read(lines::add, lines::add);
    assertThat(lines).extracting(line -> line.cell(0)).containsExactly("a", " x ", "");
  }

  @Test
  void aTextWithoutAHeaderHasNone() {
    assertThat(CsvText.byHand("\n\n", "t.csv").read(lines::add, lines::add)).isFalse();
  }

  @Test
  void cellsAreFoundByTheNamesOfTheirColumns() {
    List<String> sums = new ArrayList<>();
    CsvText.strict("x,b,x,a\n1,2,3,4\n", "t.csv")
        .read(List.of("a", "b"), "any", row -> sums.add(row.cell("a") + row.cell("b")));
    assertThat(sums).containsExactly("42");
  }

  @Test
  void aHeaderWithoutAColumnOrWithItTwiceIsRefused() {
    refused("a,c\n", "t.csv:1: found no column b; possible: a, b");
    refused("a,b,a\n", "t.csv:1: found the column a twice; possible: each column once");
    refused("", "t.csv:1: found nothing; possible: a, b");
    refused("a,b\n1\n", "t.csv:2: found 1 values; possible: 2, as the header has columns");
    refused("a,b\n1,\"2\n", "t.csv: not a CSV table: ");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(
            () -> CsvText.strict(text, "t.csv").read(List.of("a", "b"), "a, b", row -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void whatIsQuotedStaysOnItsLine() {
    assertThat(CsvLine.quote("a\nb\u001b")).isEqualTo("'a?b?'");
    assertThat(CsvLine.quote("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
  }
}
