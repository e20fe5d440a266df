package io.chiasm.report.export;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.results.Condition;
import io.chiasm.report.surface.CorticalMap;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A map's files under {@code surfaces/}, named as BIDS derivatives are: entities for participant,
 * model, layer, split, hemisphere, space, density and description, and the suffix {@code statmap}.
 */
public final class MapFiles {
  /** Tells a data set of derivatives to BIDS tools. */
  public static final String DESCRIPTION = "surfaces/dataset_description.json";

  private static final String GENERATED =
      """
      {
        "Name": "Chiasm: lateralisation of encoding models",
        "BIDSVersion": "1.10.0",
        "DatasetType": "derivative",
        "GeneratedBy": [{"Name": "Chiasm"}]
      }
      """;

  private final Map<String, String> labels = new HashMap<>();
  private final String shown;
  private final String explanation;

  /** Lateralisation in one study. */
  public MapFiles() {
    this(
        "lateralisation",
        "Correlation of predicted and measured responses to held-out stimuli: contralateral less"
            + " ipsilateral model. NaN: no vertex of the data set, or no score.");
  }

  private MapFiles(String shown, String explanation) {
    this.shown = shown;
    this.explanation = explanation;
  }

  /** Lateralisation in one study less that in another. */
  public static MapFiles ofDifferences() {
    return new MapFiles(
        "difference",
        "Lateralisation (contralateral less ipsilateral correlation) in study B less that in study"
            + " A. NaN: no value in one of them.");
  }

  /** Content of {@link #DESCRIPTION}. */
  public static byte[] description() {
    return GENERATED.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * GIFTI, MGH and sidecar of both hemispheres.
   *
   * @param who a participant's name, or {@code group}
   * @return content by path
   */
  public Map<String, byte[]> of(String who, Condition condition, CorticalMap map) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Hemisphere hemisphere : Hemisphere.values()) {
      String name = name(who, condition, hemisphere);
      float[] values = map.values(hemisphere);
      String title = who + " " + condition + " " + shown;
      files.put(name + ".shape.gii", GiftiFile.of(title, hemisphere, values));
      files.put(name + ".mgh", MghFile.of(values));
      files.put(name + ".json", sidecar(who, condition).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private String name(String who, Condition condition, Hemisphere hemisphere) {
    return "surfaces/sub-%s/sub-%s_model-%s_layer-%s_split-%s_hemi-%s_space-fsaverage_den-164k_desc-%s_statmap"
        .formatted(
            label(who),
            label(who),
            label(condition.network()),
            label(condition.layer()),
            label(condition.split()),
            hemisphere.bids(),
            shown);
  }

  /** BIDS labels are letters and digits; names that differ have labels that differ. */
  private String label(String name) {
    return labels.computeIfAbsent(
        name,
        n -> {
          String plain = n.replaceAll("[^A-Za-z0-9]", "");
          String label = plain;
          for (int i = 2; labels.containsValue(label); i++) {
            label = plain + "v" + i;
          }
          return label;
        });
  }

  private String sidecar(String who, Condition condition) {
    return """
    {
      "Description": "%s",
      "Participant": "%s",
      "Network": "%s",
      "Layer": "%s",
      "Tensor": "%s",
      "Split": "%s",
      "Regression": "%s",
      "Units": "arbitrary",
      "Density": "163842 vertices per hemisphere (7th order icosahedron)",
      "SpatialReference": "fsaverage"
    }
    """
        .formatted(
            explanation,
            quoted(who),
            quoted(condition.network()),
            quoted(condition.layer()),
            quoted(condition.tensor()),
            quoted(condition.split()),
            quoted(condition.regression()));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c < 0x20) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.toString();
  }
}
