package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.Weights;
import io.chiasm.dataset.roi.RoiMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A made result set of the talk's size: 8 participants, 2 networks, 3 layers, every ROI. */
public final class MadeStudy {
  private static final int VERTICES_PER_ROI = 12;
  private static final Map<String, List<String>> ROIS = new LinkedHashMap<>();
  private static final Map<String, String> LAYERS = new LinkedHashMap<>();

  static {
    ROIS.put(
        "streams",
        List.of(
            "early", "midventral", "midlateral", "midparietal", "ventral", "lateral", "parietal"));
    ROIS.put("prf-visualrois", List.of("V1v", "V1d", "V2v", "V2d", "V3v", "V3d", "hV4"));
    ROIS.put("floc-bodies", List.of("EBA", "FBA-1", "FBA-2", "mTL-bodies"));
    ROIS.put("floc-faces", List.of("OFA", "FFA-1", "FFA-2", "mTL-faces", "aTL-faces"));
    ROIS.put("floc-places", List.of("OPA", "PPA", "RSC"));
    ROIS.put("floc-words", List.of("OWFA", "VWFA-1", "VWFA-2", "mfs-words", "mTL-words"));
    LAYERS.put("early", "features.2");
    LAYERS.put("middle", "features.5");
    LAYERS.put("late", "features.8");
  }

  private MadeStudy() {}

  public static Study study() {
    return study(List.of("trained", "untrained-0"));
  }

  public static Study study(List<String> networks) {
    return new Study(
        "made",
        new DatasetSpec("data/made", List.of(), DatasetSpec.StimulusSelection.SHARED, ""),
        networks.stream().map(MadeStudy::network).toList(),
        Preprocessing.WHOLE_IMAGE,
        new SplitSpec(
            SplitSpec.At.FEATURES,
            SplitSpec.Midline.EXCLUDE,
            List.of(SplitSpec.Control.UPPER_LOWER)),
        new EncodingSpec(
            new Regression.Ridge(List.of(1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0)),
            EncodingSpec.Scaling.TRACE),
        new ValidationSpec.KFold(10, 0),
        null,
        null,
        null);
  }

  private static NetworkSpec network(String name) {
    boolean trained = name.startsWith("trained");
    return new NetworkSpec(
        name,
        new NetworkSource.BuiltIn("efficientnet_b0", trained ? "IMAGENET1K_V1" : ""),
        weights(name),
        Normalisation.IMAGENET,
        trained ? 77.692 : null,
        LAYERS);
  }

  private static Weights weights(String name) {
    if (name.startsWith("trained")) {
      return new Weights.Trained();
    }
    return name.startsWith("recalibrated")
        ? new Weights.Recalibrated(0, 256)
        : new Weights.Untrained(0);
  }

  /** Masks in which subj03 has no aTL-faces and only one hemisphere of FBA-2. */
  public static List<RoiMask> masks(ParticipantId participant, Hemisphere hemisphere) {
    List<RoiMask> masks = new ArrayList<>();
    int[] offset = {0};
    ROIS.forEach(
        (roiClass, names) -> {
          Map<Integer, String> ids = new LinkedHashMap<>();
          int[] vertices = new int[vertices()];
          for (int i = 0; i < names.size(); i++) {
            ids.put(i + 1, names.get(i));
            boolean missing =
                participant.value().equals("subj03")
                    && (names.get(i).equals("aTL-faces")
                        || (names.get(i).equals("FBA-2") && hemisphere == Hemisphere.LH));
            for (int v = 0; v < VERTICES_PER_ROI && !missing; v++) {
              vertices[offset[0] + v] = i + 1;
            }
            offset[0] += VERTICES_PER_ROI;
          }
          masks.add(new RoiMask(roiClass, ids, vertices));
        });
    return masks;
  }

  private static int vertices() {
    return ROIS.values().stream().mapToInt(List::size).sum() * VERTICES_PER_ROI;
  }

  public static List<EncodingCell> cells(Study study, int participants) {
    List<EncodingCell> cells = new ArrayList<>();
    for (int p = 1; p <= participants; p++) {
      for (Hemisphere hemisphere : Hemisphere.values()) {
        for (NetworkSpec network : study.networks()) {
          for (String split : splits(study)) {
            int depth = 0;
            for (String layer : LAYERS.keySet()) {
              Condition condition =
                  new Condition(network.name(), layer, LAYERS.get(layer), split, "ridge");
              cells.add(cell("subj%02d".formatted(p), hemisphere, condition, depth++));
            }
          }
        }
      }
    }
    return cells;
  }

  private static List<String> splits(Study study) {
    List<String> splits = new ArrayList<>(study.split().labels());
    splits.add("upper-lower");
    return splits;
  }

  private static EncodingCell cell(
      String participant, Hemisphere hemisphere, Condition condition, int depth) {
    Random random = new Random((participant + hemisphere + condition).hashCode());
    Random person = new Random((participant + hemisphere).hashCode());
    boolean trained = condition.network().startsWith("trained");
    double ability = 0.9 + 0.12 * person.nextGaussian();
    double asymmetry = 1 + 0.25 * person.nextGaussian();
    int n = vertices();
    float[] full = new float[n];
    float[] contra = new float[n];
    float[] ipsi = new float[n];
    for (int v = 0; v < n; v++) {
      int roi = v / VERTICES_PER_ROI;
      double earliness = Math.exp(-((roi + 24) % 31) / 9.0);
      double level =
          ability * (trained ? 0.5 - 0.12 * Math.abs(earliness - 1 + depth / 2.0) : 0.22);
      double side = asymmetry * (trained ? 0.18 : 0.05) * earliness * (1 - 0.35 * depth);
      if (condition.split().equals("upper-lower")) {
        side = 0;
      }
      double noise = 0.04 * random.nextGaussian();
      full[v] = (float) (level + noise);
      contra[v] = (float) (level - 0.02 + side / 3 + noise);
      ipsi[v] = (float) (level - 0.03 - side + noise + 0.02 * random.nextGaussian());
    }
    full[3] = Float.NaN;
    contra[3] = Float.NaN;
    ipsi[3] = Float.NaN;
    Map<String, float[]> arrays = new LinkedHashMap<>();
    arrays.put("score_full", full);
    arrays.put("score_contra", contra);
    arrays.put("score_ipsi", ipsi);
    arrays.put("r2_full", squared(full));
    arrays.put("r2_contra", squared(contra));
    arrays.put("r2_ipsi", squared(ipsi));
    arrays.put("unique_contra", difference(squared(full), squared(ipsi)));
    arrays.put("unique_ipsi", difference(squared(full), squared(contra)));
    return new MadeCell(participant, hemisphere, condition, arrays);
  }

  private static float[] squared(float[] values) {
    float[] squares = new float[values.length];
    IntStream.range(0, values.length).forEach(i -> squares[i] = values[i] * values[i]);
    return squares;
  }

  private static float[] difference(float[] one, float[] other) {
    float[] difference = new float[one.length];
    IntStream.range(0, one.length).forEach(i -> difference[i] = one[i] - other[i]);
    return difference;
  }

  public static StudyScores scores(Study study, int participants) {
    return new Summariser(new StudyOrder(study), MadeStudy::masks)
        .summarise(cells(study, participants), cell -> {});
  }
}
