package io.chiasm.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints of torch itself, as training scripts save them; {@code make_saved.py} made them. */
class SavedCheckpointTest {
  private final Path folder;

  SavedCheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Path resource(String name) throws Exception {
    return Path.of(SavedCheckpointTest.class.getResource(name).toURI());
  }

  @ParameterizedTest
  @ValueSource(strings = {"saved.pth", "saved4.pth", "saved_legacy.pth"})
  void setsOfWeightsAreFoundAmongObjectsOfOtherKinds(String name) throws Exception {
    Checkpoint file = Checkpoint.open(resource(name));
    assertThat(file.sets()).extracting(StateDict::name).contains("model", "model_ema");
    assertThat(file.plain().name()).isEqualTo("model");
    StateDict model = file.plain();
    assertThat(model.read("w").values()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(model.read("parameter").values()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(model.read("shared").values()).containsExactly(4, 5, 6, 7);
    assertThat(model.read("strided").values()).containsExactly(1, 4, 7, 10, 13, 16);
    assertThat(model.shape("channels_last")).isEqualTo(Shape.of(1, 2, 2, 4));
    assertThat(model.read("channels_last").values())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"saved.pth", "saved4.pth", "saved_legacy.pth"})
  void wrappersInTheNamesOfTensorsAreLeftOut(String name) throws Exception {
    StateDict average =
        Checkpoint.open(resource(name)).sets().stream()
            .filter(s -> s.name().equals("model_ema"))
            .findFirst()
            .orElseThrow();
    assertThat(average.wrappers()).containsExactly("module");
    assertThat(average.keys()).contains("n_averaged", "w");
    assertThat(average.read("w").values()).containsExactly(100, 101, 102, 103, 104, 105);
  }

  @ParameterizedTest
  @CsvSource({
    "module.pth, 'torch.nn.modules.linear.Linear', so it is a whole pickled module",
    "script.pth, is a TorchScript archive, save only its weights",
    "quantised.pth, 'torch._utils._rebuild_qtensor', makes quantised numbers"
  })
  void whatIsNoStateDictIsRefusedWithAHint(String name, String what, String hint) throws Exception {
    Path file = resource(name);
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(what)
        .hasMessageContaining(hint)
        .hasMessageContaining("state_dict()");
  }

  /** Also where it is only an argument of something harmless. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfunctools\npartial\n(cposix\nsystem\nX\1\0\0\0atR",
        "cargparse\nNamespace\n)\u0081}X\1\0\0\0acposix\nsystem\nsb",
        "cnumpy.core.multiarray\n_reconstruct\n(cposix\nsystem\nK\0tR",
        "c__builtin__\neval\n",
        "c__builtin__\ngetattr\n",
        "cbuiltins\nexec\n",
        "ctorch\nload\n",
        "ctorch.serialization\nload\n",
        "cnumpy\nload\n"
      })
  void nothingOutsideTheListIsLookedUp(String instructions) throws IOException {
    Path file =
        TorchFile.write(
            folder.resolve("x.pth"),
            Map.of(
                "w",
                new FloatTensor(Shape.of(1), new float[1]),
                "x",
                CheckpointFixtures.bytes(instructions)));
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("asks for Python's '");
  }

  @Test
  void setsInListsAndOneSetUnderTwoNamesAreFound() throws IOException {
    FloatTensor one = new FloatTensor(Shape.of(1), new float[] {1});
    Map<String, Object> set = Map.of("w", one);
    Path file = TorchFile.write(folder.resolve("x.pth"), List.of(set, 3, Map.of("model", set)));
    Checkpoint found = Checkpoint.open(file);
    assertThat(found.sets()).extracting(StateDict::name).containsExactly("0", "2.model");
  }

  /** A dict that holds itself, by the pickle's memory. */
  @Test
  void dictsInCirclesEnd() throws IOException {
    byte[] circle =
        CheckpointFixtures.bytes("}q\1(X\1\0\0\0ah\1X\1\0\0\0bh\1X\1\0\0\0ch\1X\1\0\0\0dh\1u");
    Path file = TorchFile.write(folder.resolve("x.pth"), Map.of("x", circle));
    assertThatThrownBy(() -> Checkpoint.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no tensors by name (its keys: x)");
  }
}
