package io.chiasm.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pickles that make much of little: a few bytes that name again what was made before. */
class RepeatingPickleTest {
  private static final int ENTRIES = 5_000;

  private final Path file;

  RepeatingPickleTest(@TempDir Path folder) {
    this.file = folder.resolve("weights.pth");
  }

  @Test
  void aDictCopiedOverAndOverIsRefused() {
    // OrderedDict(dict), dropped and made again.
    byte[] copy = latin("ccollections\nOrderedDict\nh\1\u0085R0");
    assertThatThrownBy(() -> StateDict.open(TorchFile.write(file, repeated(copy, 1_000))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("copies its dicts over and over");
  }

  @Test
  void aDictInTooManyPlacesIsRefused() {
    // A list that holds it as often as is looked at.
    byte[] again = latin("h\1a");
    assertThatThrownBy(() -> StateDict.open(TorchFile.write(file, repeated(again, 150))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("entries in its dicts");
  }

  /** A large dict, kept in slot 1; then a list, behind which the instructions stand many times. */
  private static byte[] repeated(byte[] instructions, int times) throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(latin("}q\1"));
    for (int i = 0; i < ENTRIES; i++) {
      pickle.writeBytes(latin("X\4\0\0\0" + String.format(Locale.ROOT, "%04d", i) + "Ns"));
    }
    pickle.writeBytes(latin("0]"));
    for (int i = 0; i < times; i++) {
      pickle.writeBytes(instructions);
    }
    return pickle.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
