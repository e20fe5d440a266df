package io.chiasm.study.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.message.VertexChoice;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.VertexSpec;
import io.chiasm.contracts.study.Weights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which encodings keep the predictions of one vertex, for the figure of single-vertex prediction:
 * those of the first layer of the first trained network (of the first network, if none is trained),
 * under the study's own split; of several callosa under each, so that what is the same is one.
 *
 * @param vertex the study's own choice; null for the best of each hemisphere
 */
record ShownVertex(String network, String layer, SplitName split, @Nullable VertexSpec vertex) {
  /**
   * @param networks ready to run, in the study's order
   */
  static ShownVertex of(Study study, List<Material.Network> networks) {
    Set<String> trained =
        study.networks().stream()
            .filter(network -> network.weights() instanceof Weights.Trained)
            .map(NetworkSpec::name)
            .collect(Collectors.toSet());
    Material.Network shown =
        networks.stream()
            .filter(network -> trained.contains(network.name()))
            .findFirst()
            .orElse(networks.get(0));
    return new ShownVertex(
        shown.name(),
        shown.layers().keySet().stream().findFirst().orElse(""),
        SplitName.of(study.split().at()),
        study.vertex());
  }

  /** What an encoding keeps; null for nothing. */
  @Nullable VertexChoice choice(
      String ofNetwork,
      String ofLayer,
      SplitName ofSplit,
      ParticipantId participant,
      Hemisphere hemisphere) {
    if (!network.equals(ofNetwork) || !layer.equals(ofLayer) || split != ofSplit) {
      return null;
    }
    if (vertex == null) {
      return VertexChoice.BEST;
    }
    return vertex.participant().equals(participant) && vertex.hemisphere() == hemisphere
        ? new VertexChoice(vertex.index())
        : null;
  }
}
