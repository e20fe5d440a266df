package io.chiasm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.fuzz.reading.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KeptInputsTest {
  @TestFactory
  Stream<DynamicTest> everyKeptInputIsReadOrRefusedInWords() {
    return Targets.ALL.stream()
        .map(target -> DynamicTest.dynamicTest(target.name(), () -> checkAll(target)));
  }

  private static void checkAll(Target target) throws IOException {
    Map<String, byte[]> inputs = KeptInputs.of(target);
    assertThat(inputs).as("seeds of %s", target.name()).isNotEmpty();
    inputs.forEach(
        (name, bytes) ->
            assertThatCode(() -> Contract.check(target, bytes))
                .as("%s: %s", target.name(), name)
                .doesNotThrowAnyException());
  }

  /** A target that refuses all of its seeds starts nowhere. */
  @TestFactory
  Stream<DynamicTest> everyTargetHasASeedThatIsSound() {
    return Targets.ALL.stream()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target.name(),
                    () ->
                        assertThat(KeptInputs.of(target).values())
                            .anyMatch(bytes -> isSound(target.reader(), bytes))));
  }

  private static boolean isSound(Reader reader, byte[] bytes) {
    try {
      reader.read(bytes);
      return true;
    } catch (RuntimeException | IOException e) {
      return false;
    }
  }

  @Test
  void keptInputsAreOfTargetsThatThereAre() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/kept"))) {
      assertThat(folders.map(folder -> String.valueOf(folder.getFileName())))
          .isSubsetOf(Targets.ALL.stream().map(Target::name).toList());
    }
  }

  @Test
  void otherExceptionsAndTooMuchMemoryAreFindings() {
    Target broken = target(bytes -> Integer.parseInt("x"), 1 << 20);
    assertThatThrownBy(() -> Contract.check(broken, new byte[1]))
        .isInstanceOf(NumberFormatException.class);
    List<byte[]> taken = new ArrayList<>();
    Target greedy = target(bytes -> taken.add(new byte[1 << 20]), 1 << 10);
    assertThatThrownBy(() -> Contract.check(greedy, new byte[1]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes for 1 bytes of input");
  }

  private static Target target(Reader reader, long anyway) {
    return new Target("made", reader, anyway, 1);
  }
}
