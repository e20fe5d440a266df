package io.chiasm.fuzz.seed;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The seeds of every target. */
public final class Seeds {
  private static final String NPY = "contracts/src/test/resources/npy";
  private static final String CHECKPOINTS =
      "networks/src/test/resources/io/chiasm/networks/checkpoint";

  private Seeds() {}

  /** Seeds by name; none for a target whose seeds are files that are kept. */
  public static Map<String, byte[]> of(String target) throws IOException {
    return switch (target) {
      case "photograph", "image", "orientation" -> PhotographSeeds.all();
      case "npy", "npy-file" -> Resources.files(NPY, ".*\\.npy");
      case "mask", "responses" ->
          both(Resources.files(NPY, "(i|u|f|rows).*\\.npy"), ArraySeeds.all());
      case "mapping" ->
          Resources.files(
              "dataset/src/test/resources/io/chiasm/dataset/algonauts/mappings", ".*\\.npy");
      case "torch-zip" -> Resources.files(CHECKPOINTS, "(?!.*legacy).*\\.pth");
      case "torch-legacy" -> Resources.files(CHECKPOINTS, ".*legacy.*\\.pth");
      case "safetensors" ->
          both(Resources.files(CHECKPOINTS, ".*\\.safetensors"), NetworkSeeds.safetensors());
      case "onnx" ->
          both(
              Resources.files("networks/src/test/resources/io/chiasm/networks/shape", ".*\\.onnx"),
              NetworkSeeds.onnx());
      case "onnx-file" -> NetworkSeeds.withDataBeside();
      case "study" -> StudySeeds.all();
      case "event" -> Resources.files("contracts/src/test/resources/messages", ".*\\.json");
      case "document" -> DocumentSeeds.all();
      default -> TextSeeds.of(target);
    };
  }

  private static Map<String, byte[]> both(Map<String, byte[]> one, Map<String, byte[]> other) {
    Map<String, byte[]> all = new TreeMap<>(one);
    all.putAll(other);
    return all;
  }
}
