package io.chiasm.fuzz.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The study files, good and bad, that the study file's own tests keep. */
final class StudySeeds {
  private static final String FOLDER =
      "contracts/src/test/resources/io/chiasm/contracts/shell/yaml";

  private StudySeeds() {}

  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>(Resources.files(FOLDER + "/good", ".*\\.yaml"));
    seeds.put(
        "minimal.yaml",
        "study: a\ndataset: {algonauts: data}\nnetworks: [{name: b, onnx: network.onnx}]\nlayers: {c: d}\n"
            .getBytes(StandardCharsets.UTF_8));
    seeds.put(
        "checkpoints.yaml",
        ("study: a\ndataset: {algonauts: data, participants: [subj01]}\nnetworks:\n"
                + "  - {name: b, architecture: efficientnet_b0, checkpoints: runs/epoch-*.pth}\n"
                + "layers: {c: features.2}\nvalidation: {kfold: 3}\nencoding: {regression: pca-ols}\n")
            .getBytes(StandardCharsets.UTF_8));
    return seeds;
  }
}
