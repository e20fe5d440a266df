package io.chiasm.dataset.algonauts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings written by numpy 1.23 and numpy 2.4; see {@code mappings.py} beside them. */
class RoiNamesTest {
  private final Path folder;

  RoiNamesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saved_by_numpy1",
        "saved_by_numpy2",
        "numpy1_protocol2",
        "numpy1_protocol3",
        "numpy1_protocol4",
        "numpy1_protocol5",
        "numpy2_protocol2",
        "numpy2_protocol3",
        "numpy2_protocol4",
        "numpy2_protocol5"
      })
  void everyProtocolOfNumpyIsRead(String name) throws IOException {
    assertThat(RoiNames.read(file(name)))
        .containsExactly(entry(1, "OPA"), entry(2, "PPA"), entry(3, "RSC"));
  }

  @ParameterizedTest
  @CsvSource({
    "hostile_system, asks for 'posix.system'",
    "hostile_in_dict, asks for 'builtins.eval'",
    "hostile_old_global, asks for 'posix.system'",
    "wrong_numpy_keys, asks for 'numpy._core.multiarray.scalar'",
    "wrong_list, the object is not a dict",
    "wrong_names, not one from int to str",
    "wrong_protocol0, has no place in a mapping",
    "wrong_plain_dict, holds no numpy array",
    "wrong_cut, the pickle is broken",
    "wrong_repeated, repeated ROI names ['OPA']",
    "wrong_shape, not a single object",
    "wrong_length, longer than the file",
    "wrong_cycle, holds no numpy array"
  })
  void everythingElseIsRefusedWithItsReason(String name, String reason) throws IOException {
    Path file = file(name);
    assertThatThrownBy(() -> RoiNames.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), MadeDataset.resource(name + ".npy"));
  }
}
