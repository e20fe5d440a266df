package io.chiasm.report.writing.method;

import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.statistics.StudyStatistics;
import io.chiasm.report.writing.outcome.StudyResults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The methods paragraph of a study, from its settings. */
public final class MethodsText {
  private MethodsText() {}

  /** The paragraphs of a study that ran. */
  public static List<String> of(StudyResults results) {
    return of(results.study(), results.provenance().stimuli().count());
  }

  /** Paragraphs: stimuli and responses, networks, split, regression, scores, statistics. */
  static List<String> of(Study study, int stimuli) {
    List<String> paragraphs = new ArrayList<>(List.of(dataset(study, stimuli), networks(study)));
    if (study.semantic() != null) {
      paragraphs.add(semantic(study.semantic()));
    }
    paragraphs.add(SplitText.of(study.split()));
    paragraphs.add(RegressionText.of(study.encoding(), study.validation()));
    paragraphs.add(scores());
    paragraphs.add(statistics());
    return paragraphs;
  }

  private static String dataset(Study study, int stimuli) {
    String selection =
        switch (study.dataset().stimuli()) {
          case SHARED -> "those that every participant saw";
          case ALL -> "all that a participant saw";
        };
    String preprocessing =
        switch (study.preprocessing()) {
          case WHOLE_IMAGE -> "resized as a whole to the network's input size, aspect ignored";
          case TORCHVISION ->
              "resized by the short side and centre-cropped, as the weights ask for";
        };
    return "Responses in the layout of the Algonauts Project 2023 (Gifford et al.,"
        + " arXiv:2301.03198; made from the Natural Scenes Dataset, Allen et al. 2022,"
        + " doi:10.1038/s41593-021-00962-x) were predicted from a network's activations for "
        + stimuli
        + " stimuli, "
        + selection
        + ". Photographs were "
        + preprocessing
        + "."
        + (study.activations() == ActivationType.FLOAT16
            ? " Activations were rounded to IEEE half precision (float16)."
            : "");
  }

  private static String networks(Study study) {
    return study.networks().stream()
        .map(MethodsText::network)
        .collect(Collectors.joining(" ", "Networks: ", ""));
  }

  private static String semantic(SemanticSpec categories) {
    return "The semantic model is no network: its features are the categories that can be seen in a"
        + " stimulus ("
        + origin(categories)
        + "), 1 or 0, and COCO's supercategories of those that are COCO's (Lin et al. 2014,"
        + " doi:10.1007/978-3-319-10602-1_48). Where it is known on which side of the midline a"
        + " category lies, each half of the image has its own features: what can be seen in it."
        + " The same regression, folds and scores were applied to it; control splits were not.";
  }

  private static String origin(SemanticSpec categories) {
    if (categories instanceof SemanticSpec.CategoryFile table) {
      return String.valueOf(table.file().getFileName());
    }
    if (categories instanceof SemanticSpec.CroppedCoco cropped) {
      return "COCO's instance boxes, of which a pixel or more lies in the part of the photograph"
          + " that NSD's table "
          + cropped.stimuli().getFileName()
          + " names";
    }
    throw new IllegalArgumentException("unknown categories " + categories);
  }

  private static String network(NetworkSpec network) {
    String layers =
        network.layers().entrySet().stream()
            .map(layer -> layer.getKey() + " = " + layer.getValue())
            .collect(Collectors.joining(", "));
    String accuracy =
        network.imagenetAcc1() == null
            ? ""
            : ", ImageNet top-1 accuracy " + network.imagenetAcc1() + " %";
    return "%s is %s%s%s; layers %s."
        .formatted(
            network.name(), source(network.source()), weights(network.weights()), accuracy, layers);
  }

  private static String source(NetworkSource source) {
    if (source instanceof NetworkSource.BuiltIn builtIn) {
      String weights = builtIn.weights().isEmpty() ? "" : ", weights " + builtIn.weights();
      String set = builtIn.set().isEmpty() ? "" : " (set " + builtIn.set() + ")";
      return builtIn.architecture() + weights + set;
    }
    return "an ONNX graph (" + ((NetworkSource.Onnx) source).file().getFileName() + ")";
  }

  private static String weights(Weights weights) {
    if (weights.drawnFrom().isEmpty()) {
      return "";
    }
    return ", untrained: weights drawn by the architecture's own rule from seed "
        + weights.drawnFrom().getAsLong()
        + (weights instanceof Weights.Recalibrated recalibrated
            ? ", then batch norm recalibrated on "
                + recalibrated.images()
                + " images (running statistics only; no weight was trained)"
            : "");
  }

  private static String scores() {
    return "A vertex's score is the Pearson correlation of predicted and measured responses to"
        + " held-out stimuli; vertices whose held-out response or prediction is constant have no"
        + " score and are left out of means. Scores were averaged over the vertices of each region"
        + " of interest (ROI) per participant and hemisphere, then over participants × hemispheres"
        + " (mean, standard deviation with n − 1). Lateralisation is the score of the contralateral"
        + " minus that of the ipsilateral model of the same vertex.";
  }

  private static String statistics() {
    return "Tests take the participant as unit (hemispheres averaged first): two-sided sign-flip"
        + " permutation, corrected by the maximum of |t| over the ROIs of a panel (Nichols and"
        + " Holmes 2002, doi:10.1002/hbm.1058) and for the false discovery rate over ROIs and layers"
        + " (Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). Intervals are 95 %"
        + " percentile bootstrap intervals over participants ("
        + StudyStatistics.DRAWS
        + " draws, seed "
        + StudyStatistics.SEED
        + "); effect sizes are d_z = mean / standard deviation of the differences.";
  }
}
