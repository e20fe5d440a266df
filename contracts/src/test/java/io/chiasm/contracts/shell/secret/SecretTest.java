package io.chiasm.contracts.shell.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final String VARIABLE = "CHIASM_STORE_SECRET_KEY";

  @TempDir private Path folder = Path.of("");

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("secret"), text);
  }

  private static void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> Secret.find(VARIABLE, Optional.empty(), Optional.of(file)))
        .isInstanceOf(InputException.class)
        .hasMessage("CHIASM_STORE_SECRET_KEY_FILE: " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b ", "a b \n", "a b \r\n"})
  void theLinesEndIsNoPartOfIt(String text) throws Exception {
    assertThat(Secret.find(VARIABLE, Optional.empty(), Optional.of(file(text)))).contains("a b ");
  }

  @Test
  void aFileThatCannotBeUsedIsNamed() throws Exception {
    Path missing = folder.resolve("missing");
    assertRefused(missing, "there is no file " + missing);
    Path empty = file("\n");
    assertRefused(empty, "the file " + empty + " is empty");
    assertRefused(
        folder, "the file " + folder + " cannot be read; it must be text that this user may read");
    Files.write(empty, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertRefused(
        empty, "the file " + empty + " cannot be read; it must be text that this user may read");
    Files.write(empty, new byte[1 << 20]);
    assertRefused(empty, "the file " + empty + " is too long for a secret; name the right one");
  }

  @Test
  void oneOfBothIsSet() throws Exception {
    Path file = file("a");
    assertThatThrownBy(() -> Secret.find(VARIABLE, Optional.of("m4rked"), Optional.of(file)))
        .hasMessage(
            "CHIASM_STORE_SECRET_KEY and CHIASM_STORE_SECRET_KEY_FILE are both set: set one");
    assertThatThrownBy(() -> Secret.require(VARIABLE, Optional.empty(), Optional.empty()))
        .hasMessage("set CHIASM_STORE_SECRET_KEY or CHIASM_STORE_SECRET_KEY_FILE: it is missing");
  }
}
