package io.chiasm.dataset.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTableTest {
  @Test
  void aShareLeftOfTheMidlineSaysInWhichHalvesACategoryIsSeen() {
    CategoryTable table =
        CategoryTable.read(
            "stimulus,category,left_fraction\nnsd-00013,dog,0.25\n13,cat,1\n13,car,0.0\n", "c.csv");
    assertThat(table.sided()).isTrue();
    assertThat(table.of(new StimulusId(13)))
        .containsEntry("dog", new Visibility(true, true))
        .containsEntry("cat", new Visibility(true, false))
        .containsEntry("car", new Visibility(false, true));
    assertThat(table.of(new StimulusId(14))).isEmpty();
  }

  @Test
  void withoutSharesACategoryIsSeenInNoParticularHalf() {
    CategoryTable table = CategoryTable.read("\uFEFFstimulus,category\r\n13,dog\r\n", "c.csv");
    assertThat(table.sided()).isFalse();
    assertThat(table.of(new StimulusId(13))).containsEntry("dog", new Visibility(false, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stimulus,name;13,dog | c.csv:1: found the header 'stimulus,name'; possible: stimulus,category or stimulus,category,left_fraction",
        "stimulus,category;13,dog;x13,cat | c.csv:3: found the stimulus 'x13'; possible: nsd-00013 or 13",
        "stimulus,category;13,dog;13, | c.csv:3: found the category ''; possible: a name of 1 to 100 characters",
        "stimulus,category;13,dog,1 | c.csv:2: found 3 values; possible: 2",
        "stimulus,category,left_fraction;13,dog,1.5 | c.csv:2: found the left_fraction '1.5'; possible: 0 ",
        "stimulus,category,left_fraction;13,dog,-0.5 | c.csv:2: found the left_fraction '-0.5'",
        "stimulus,category,left_fraction;13,dog,nan | c.csv:2: found the left_fraction 'nan'",
        "stimulus,category,left_fraction;13,dog, | c.csv:2: found the left_fraction ''",
        "stimulus,category;13,dog;14,dog;nsd-00013,dog | c.csv:4: found 'dog' of nsd-00013 again after line 2; possible: each category once",
        "stimulus,category | c.csv:1: found no category",
      })
  void aWrongTableIsRefusedWithItsLine(String lines, String message) {
    assertThatThrownBy(() -> CategoryTable.read(lines.trim().replace(';', '\n'), "c.csv"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theCategoriesOfTheSimulatedDataSetAreUnderstood() throws IOException {
    Path file = SharedData.of("algonauts_sim").resolve("categories.csv");
    CategoryTable table = CategoryTable.read(Files.readString(file), file.toString());
    assertThat(table.sided()).isTrue();
    assertThat(table.of(new StimulusId(317)))
        .containsEntry("bus", new Visibility(true, true))
        .containsEntry("person", new Visibility(true, false));
  }
}
