package io.chiasm.encoding.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @Test
  void oddWidthHasAMidlineColumnInNeitherHemifield() {
    Split split = Split.hemifields(1, 1, 7);
    assertThat(groups(split))
        .containsExactly(
            Group.FIRST,
            Group.FIRST,
            Group.FIRST,
            Group.REST,
            Group.SECOND,
            Group.SECOND,
            Group.SECOND);
  }

  @Test
  void evenWidthHasNoMidline() {
    assertThat(groups(Split.hemifields(1, 2, 2)))
        .containsExactly(Group.FIRST, Group.SECOND, Group.FIRST, Group.SECOND);
  }

  @Test
  void widthOfOneIsAllMidline() {
    assertThat(groups(Split.hemifields(2, 1, 1))).containsOnly(Group.REST);
  }

  @Test
  void upperRowsAreFirst() {
    assertThat(groups(Split.upperLower(1, 3, 1)))
        .containsExactly(Group.FIRST, Group.REST, Group.SECOND);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void randomHalvesAreEqualAndTheSameInEveryChannel(int columns) {
    int positions = 3 * columns;
    Split split = Split.random(4, 3, columns, 11);
    assertThat(split.size(Group.FIRST)).isEqualTo(4 * (positions / 2));
    assertThat(split.size(Group.SECOND)).isEqualTo(split.size(Group.FIRST));
    for (int i = 0; i < split.features(); i++) {
      assertThat(split.group(i)).isEqualTo(split.group(i % positions));
    }
  }

  @Test
  void randomHalvesDependOnTheSeedOnly() {
    assertThat(groups(Split.random(1, 6, 6, 1))).isEqualTo(groups(Split.random(1, 6, 6, 1)));
    assertThat(groups(Split.random(1, 6, 6, 1))).isNotEqualTo(groups(Split.random(1, 6, 6, 2)));
  }

  @Test
  void channelSplitKeepsChannelsWhole() {
    Split split = Split.channels(5, 2, 3, 0);
    assertThat(split.size(Group.FIRST)).isEqualTo(2 * 6);
    assertThat(split.size(Group.REST)).isEqualTo(6);
    for (int i = 0; i < split.features(); i++) {
      assertThat(split.group(i)).isEqualTo(split.group(i / 6 * 6));
    }
  }

  @Test
  void featuresSideBySideAreFirstRestAndSecond() {
    Split split = Split.sideBySide(2, 1, 3);
    assertThat(groups(split))
        .containsExactly(
            Group.FIRST, Group.FIRST, Group.REST, Group.SECOND, Group.SECOND, Group.SECOND);
    assertThat(groups(split.swapped()))
        .containsExactly(
            Group.SECOND, Group.SECOND, Group.REST, Group.FIRST, Group.FIRST, Group.FIRST);
    assertThat(groups(split.swapped().swapped())).isEqualTo(groups(split));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 7", "3, 0, 7", "3, 7, 0"})
  void emptyMapIsRefused(int channels, int rows, int columns) {
    assertThatThrownBy(() -> Split.hemifields(channels, rows, columns))
        .hasMessageContaining("%d x %d x %d", channels, rows, columns);
  }

  private static List<Group> groups(Split split) {
    return IntStream.range(0, split.features()).mapToObj(split::group).toList();
  }
}
