package io.chiasm.networks.checkpoint;

import static io.chiasm.networks.checkpoint.CheckpointFixtures.bytes;
import static io.chiasm.networks.checkpoint.CheckpointFixtures.checkpoint;
import static io.chiasm.networks.checkpoint.CheckpointFixtures.legacy;
import static io.chiasm.networks.checkpoint.CheckpointFixtures.pickle;
import static io.chiasm.networks.checkpoint.CheckpointFixtures.safetensors;
import static io.chiasm.networks.checkpoint.CheckpointFixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of torch and safetensors themselves; {@code make_checkpoints.py} made them. */
class StateDictTest {
  private final Path folder;

  StateDictTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Path resource(String name) throws Exception {
    return Path.of(StateDictTest.class.getResource(name).toURI());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.pth",
        "wrapped.pth",
        "parallel.pth",
        "protocol4.pth",
        "plain.safetensors",
        "legacy.pth",
        "legacy4.pth",
        "python2.pth"
      })
  void everyWayOfSavingGivesTheSameTensors(String name) throws Exception {
    StateDict weights = StateDict.open(resource(name));
    assertThat(weights.keys()).contains("float", "half", "bfloat", "double", "whole", "turned");
    assertThat(weights.shape("float")).isEqualTo(Shape.of(2, 3));
    assertThat(weights.read("float").values()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(weights.read("half").values()).containsExactly(0.5f, -2);
    assertThat(weights.read("bfloat").values()).containsExactly(1.5f, -0.25f);
    assertThat(weights.read("double").values()).containsExactly(0.1f);
    assertThat(weights.read("whole").values()).containsExactly(7);
    assertThat(weights.shape("whole")).isEqualTo(Shape.of());
    assertThat(weights.read("turned").values()).containsExactly(0, 3, 1, 4, 2, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostile.pth", "hostile_legacy.pth"})
  void aCheckpointThatWouldRunCodeIsRefusedByName(String name) throws Exception {
    assertThatThrownBy(() -> StateDict.open(resource(name)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("asks for Python's 'posix.system'");
  }

  static Stream<Arguments> brokenSafetensors() {
    String tensor = "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    return Stream.of(
        Arguments.of("{\"a\":" + tensor + ",\"b\":" + tensor + "}", 8, "must not overlap"),
        Arguments.of("{\"a\":" + tensor + ",\"a\":" + tensor + "}", 8, "two tensors named 'a'"),
        Arguments.of("{\"a\":" + tensor + "}", 7, "needs 8 bytes and lies at 0 to 8 of 7"),
        Arguments.of("{\"a\":" + tensor.replace("F32", "F8") + "}", 8, "numbers of the type 'F8'"),
        Arguments.of("{\"a\":" + tensor.replace("[2]", "[3]") + "}", 8, "needs 12 bytes"),
        Arguments.of("{\"a\":" + tensor.replace("[2]", "[-1]") + "}", 8, "impossible extents"),
        Arguments.of(
            "{\"a\":" + tensor.replace("[2]", "[99999999,99999999]") + "}", 8, "more than"),
        Arguments.of("{\"a\":" + tensor.replace("[0,8]", "[8,0]") + "}", 8, "lies at 8 to 0"),
        Arguments.of("{\"a\":{\"dtype\":\"F32\"}}", 8, "without dtype, shape"),
        Arguments.of("{\"a\":" + tensor, 8, "safetensors header"),
        Arguments.of("{\"a\":" + tensor + "} x", 8, "safetensors header"),
        Arguments.of("{\"a\":[" + tensor + "]}", 8, "malformed safetensors header"));
  }

  @ParameterizedTest
  @MethodSource("brokenSafetensors")
  void whatIsWrongWithASafetensorsFileIsSaid(String header, int data, String message)
      throws IOException {
    refused(safetensors(header, data), message);
  }

  static Stream<Arguments> brokenTensors() {
    String at = "K\0";
    return Stream.of(
        Arguments.of(
            "FloatStorage", 7, at, "K\u0002K\u0003\u0086", "K\u0003K\1\u0086", "storage of 24"),
        Arguments.of("FloatStorage", 6, "K\1", "K\2K\3\u0086", "K\3K\1\u0086", "does not fit"),
        Arguments.of("FloatStorage", 6, at, "K\2K\4\u0086", "K\3K\1\u0086", "does not fit"),
        Arguments.of("FloatStorage", 6, at, "K\2K\3\u0086", "K\4K\1\u0086", "does not fit"),
        Arguments.of("FloatStorage", 6, at, "K\u00c8K\u00c8\u0086", "K\0K\0\u0086", "does not fit"),
        Arguments.of(
            "FloatStorage", 6, at, "K\2K\3\u0086", "J\u00ff\u00ff\u00ff\u00ffK\1\u0086", "strides"),
        Arguments.of("FloatStorage", 6, at, "K\2K\3\u0086", "K\1\u0085", "strides"),
        Arguments.of("QInt8Storage", 6, at, "K\2K\3\u0086", "K\3K\1\u0086", "torch.QInt8Storage"));
  }

  @ParameterizedTest
  @MethodSource("brokenTensors")
  void whatIsWrongWithAPickledTensorIsSaid(
      String storage, int numbers, String offset, String size, String strides, String message)
      throws IOException {
    refused(checkpoint(pickle(storage, numbers, offset, size, strides), 24), message);
  }

  @Test
  void aTensorMadeByHandIsRead() throws IOException {
    byte[] pickle = pickle("FloatStorage", 6, "K\0", "K\2K\3\u0086", "K\3K\1\u0086");
    Path file = Files.write(folder.resolve("hand.pth"), checkpoint(pickle, 24));
    assertThat(StateDict.open(file).read("w").values()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(cposix\nsystem\nX\2\0\0\0lsoR.", "i", "\u0092", "P0\n.", "\u0082\1."})
  void instructionsThatTorchDoesNotWriteAreRefused(String instructions) throws IOException {
    byte[] file = checkpoint(bytes("\u0080\2" + instructions), 4);
    Path path = Files.write(folder.resolve("bad.pth"), file);
    assertThatThrownBy(() -> StateDict.open(path)).isInstanceOf(InputException.class);
  }

  @Test
  void aCompressedEntryIsRefusedBeforeItGrows() throws IOException {
    Map<String, byte[]> entries = Map.of("a/data.pkl", new byte[50_000_000]);
    refused(zip(entries, ZipEntry.DEFLATED), "compressed or encrypted zip entry 'a/data.pkl'");
  }

  @Test
  void aHugePickleIsRefused() throws IOException {
    refused(zip(Map.of("a/data.pkl", new byte[5_000_000])), "a pickle of 5000000 bytes");
  }

  static Stream<Arguments> brokenLegacy() {
    String two = "K\2\u0085";
    String keys = "]X\1\0\0\0000a.";
    return Stream.of(
        Arguments.of(legacy(two, "N", keys, 3, 12), "holds 3 numbers in storage '0', which is"),
        Arguments.of(legacy(two, "N", keys, 2, 7), "is cut short: storage '0' needs 2 numbers"),
        Arguments.of(legacy("K\3\u0085", "N", keys, 2, 8), "does not fit its storage of 2"),
        Arguments.of(legacy(two, "K\1", keys, 2, 8), "holds a view of a storage"),
        Arguments.of(legacy(two, "N", "].", 2, 8), "lacks its storage '0'"),
        Arguments.of(legacy(two, "N", "N.", 2, 8), "lacks the list of its storages"),
        Arguments.of(legacy(two, "N", "]q\0h\0a.", 2, 8), "or one that no tensor uses"),
        Arguments.of(
            legacy(two, "N", keys.replace("a.", "aX\1\0\0\0000a."), 2, 99), "a storage twice"),
        Arguments.of(bytes("\u0080\2}X\1\0\0\0aK\1s.     "), "is a plain pickle"));
  }

  @ParameterizedTest
  @MethodSource("brokenLegacy")
  void whatIsWrongWithACheckpointOfTheOldFormatIsSaid(byte[] content, String message)
      throws IOException {
    refused(content, message);
  }

  @Test
  void aCheckpointOfTheOldFormatMadeByHandIsRead() throws IOException {
    byte[] content = legacy("K\2\u0085", "N", "]X\1\0\0\0000a.", 2, 8);
    Path file = Files.write(folder.resolve("hand.pth"), content);
    assertThat(StateDict.open(file).read("w").values()).hasSize(2);
  }

  private void refused(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("refused"), content);
    assertThatThrownBy(() -> StateDict.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
