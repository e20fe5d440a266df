package io.chiasm.local.cli;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A small folder of results, as a report writes it. */
final class MadeResultsFolder {
  private static final int VERTICES = 30;
  private static final String KEYS =
      "participant,hemisphere,network,layer,tensor,split,regression,roi_class,roi,";

  private final Path folder;
  private final String network;
  private final String split;
  private final String regression;
  private final Random random;
  private final StringBuilder scores =
      new StringBuilder(KEYS + "model,score,r2,n_vertices,n_scored\n");
  private final StringBuilder lateralisation =
      new StringBuilder(KEYS + "lateralisation,n_vertices,n_scored\n");

  private MadeResultsFolder(
      Path folder, String network, String split, String regression, long seed) {
    this.folder = folder;
    this.network = network;
    this.split = split;
    this.regression = regression;
    this.random = new Random(seed);
  }

  /** Three participants, one network, one layer, two ROIs. */
  static void write(Path folder, String network, String split, String regression, long seed)
      throws IOException {
    new MadeResultsFolder(folder, network, split, regression, seed).write();
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("tables"));
    for (String participant : new String[] {"subj01", "subj02", "subj03"}) {
      for (String hemisphere : new String[] {"lh", "rh"}) {
        hemisphere(participant, hemisphere);
      }
    }
    Files.writeString(folder.resolve("tables/scores.csv"), scores);
    Files.writeString(folder.resolve("tables/lateralisation.csv"), lateralisation);
    Files.writeString(folder.resolve("tables/warnings.csv"), "kind,sentence\n");
    Files.writeString(folder.resolve("report.html"), "<html/>");
    Files.writeString(
        folder.resolve("study.yaml"),
        """
        study: %s
        networks:
        - {name: %s, onnx: /gone/net.onnx}
        split: {at: %s}
        encoding: {regression: %s}
        surface: /gone/fsaverage
        """
            .formatted(folder.getFileName(), network, split, regression));
    Files.writeString(folder.resolve("provenance.json"), provenance());
  }

  private void hemisphere(String participant, String hemisphere) throws IOException {
    float[] contra = drawn(0.4);
    float[] ipsi = drawn(0.3);
    array(participant, hemisphere, "score_full", drawn(0.45));
    array(participant, hemisphere, "score_contra", contra);
    array(participant, hemisphere, "score_ipsi", ipsi);
    float[] difference = new float[VERTICES];
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      difference[vertex] = contra[vertex] - ipsi[vertex];
    }
    array(participant, hemisphere, "lateralisation", difference);
    for (String roi : new String[] {"all,all", "prf-visualrois,V1v"}) {
      String keys =
          String.join(",", participant, hemisphere, network, "early", "t", split, regression, roi);
      double one = 0.4 + 0.05 * random.nextGaussian();
      double other = 0.3 + 0.05 * random.nextGaussian();
      scores.append(keys).append(",full,0.45,0.2,30,30\n");
      scores.append(keys).append(",contra,").append(one).append(",0.1,30,30\n");
      scores.append(keys).append(",ipsi,").append(other).append(",0.1,30,30\n");
      lateralisation.append(keys).append(',').append(one - other).append(",30,30\n");
    }
  }

  private float[] drawn(double mean) {
    float[] values = new float[VERTICES];
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      values[vertex] = (float) (mean + 0.1 * random.nextGaussian());
    }
    return values;
  }

  private void array(String participant, String hemisphere, String name, float[] values)
      throws IOException {
    Path file =
        folder.resolve(
            "vertices/%s/%s/early/%s/%s_%s.npy"
                .formatted(participant, network, split, hemisphere, name));
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyWriter.write(out, new FloatTensor(Shape.of(values.length), values));
    }
  }

  private static String provenance() {
    StringBuilder responses = new StringBuilder();
    for (int p = 1; p <= 3; p++) {
      for (String hemisphere : new String[] {"lh", "rh"}) {
        responses.append(responses.isEmpty() ? "" : ", ");
        responses.append(
            "{\"participant\": \"subj0%d\", \"hemisphere\": \"%s\", \"sha256\": \"%s%d\"}"
                .formatted(p, hemisphere, hemisphere, p));
      }
    }
    return """
    {"versions": {"chiasm": "0.1.0"}, "stimuli": {"count": 80, "sha256": "s"},
     "responses": [%s], "folds_sha256": "f"}
    """
        .formatted(responses);
  }
}
