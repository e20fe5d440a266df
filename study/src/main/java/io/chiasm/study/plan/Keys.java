package io.chiasm.study.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.message.VertexChoice;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of all that an output's content depends on. A change of what a service computes raises the
 * version here.
 */
final class Keys {
  /** Raised whenever the same task would give other activations. */
  private static final int ACTIVATIONS_VERSION = 1;

  /** Raised whenever a network would be edited in another way. */
  private static final int CALLOSAL_VERSION = 1;

  /** Raised whenever the same task would give other Gram matrices. */
  private static final int GRAM_VERSION = 1;

  /** Raised whenever the same task would give other encodings. */
  private static final int ENCODING_VERSION = 2;

  private Keys() {}

  static String activations(
      Material.Network network, Pass pass, String tensor, ActivationType stored) {
    InputRecipe input = network.input().as(pass.variant());
    NetworkRef ref = network.network();
    ContentHash hash =
        ContentHash.of("activations", ACTIVATIONS_VERSION)
            .field("network", ref.sha256())
            .field("weights", weights(ref))
            .field("preprocessing", input.preprocessing().name())
            .field("height", input.height())
            .field("width", input.width())
            .numbers("mean", input.normalisation().mean())
            .numbers("std", input.normalisation().std())
            .field("variant", input.variant().name())
            .field("tensor", tensor);
    CallosalLayer callosal = pass.callosal();
    if (callosal != null) {
      // Of what the graph was edited from, whatever else the edited one was made for.
      hash = hash.field("callosal", CALLOSAL_VERSION).field("callosum", callosal.callosum());
      hash = callosal.shared() ? hash.field("midline", "shared") : hash;
      hash = callosal.sharedGates() ? hash.field("gates", "shared") : hash;
    }
    // What is stored as the network computes it keeps the key that it had before there was a
    // choice.
    hash = stored == ActivationType.FLOAT32 ? hash : hash.field("stored", stored.name());
    // Once such layers were run as the file has them, so objects with other numbers may be there.
    return (network.corrected().contains(tensor) ? hash.field("corrected", 1) : hash).hex();
  }

  static String extraction(List<LayerTarget> targets, String block) {
    return ContentHash.of("extraction", ACTIVATIONS_VERSION)
        .list("layers", targets.stream().map(t -> t.folder().value()).collect(Collectors.toList()))
        .field("block", block)
        .hex();
  }

  static String block(List<StimulusRef> stimuli) {
    return ContentHash.of("block", 1).list("stimuli", photographs(stimuli)).hex();
  }

  /**
   * @param folders of the activations, one per pass
   * @param photographs of the stimuli, {@link #photographs}
   */
  static String gram(
      List<ObjectKey> folders,
      List<String> photographs,
      SplitName split,
      EncodingSpec.Scaling scaling) {
    return ContentHash.of("gram", GRAM_VERSION)
        .list("activations", folders.stream().map(ObjectKey::value).collect(Collectors.toList()))
        .list("stimuli", photographs)
        .field("split", split.label())
        .field("scaling", scaling.name())
        .hex();
  }

  /**
   * @param rows of the features that these stimuli have
   */
  static String gram(Material.Features features, List<Integer> rows, EncodingSpec.Scaling scaling) {
    return ContentHash.of("gram of features", GRAM_VERSION)
        .field("features", features.tensor().sha256())
        .numbers("rows", rows)
        .field("scaling", scaling.name())
        .hex();
  }

  static String fanIn(String network, String label, String gram) {
    return ContentHash.of("fan-in", 1)
        .field("network", network)
        .field("layer", label)
        .field("gram", gram)
        .hex();
  }

  static String encoding(
      Study study,
      String gram,
      SplitName split,
      TensorRef folds,
      Hemisphere hemisphere,
      TensorRef responses,
      @Nullable VertexChoice vertex) {
    ContentHash hash =
        ContentHash.of("encoding", ENCODING_VERSION)
            .field("gram", gram)
            .field("split", split.label())
            .field("folds", folds.sha256())
            .field("responses", responses.sha256())
            .field("hemisphere", hemisphere.label())
            .field("midline", study.split().midline().name())
            .field("regression", study.encoding().regression().label())
            .numbers("settings", study.encoding().regression().settings());
    return (vertex == null ? hash : hash.field("vertex", vertex.label())).hex();
  }

  /** What outputs depend on of these stimuli. */
  static List<String> photographs(List<StimulusRef> stimuli) {
    return stimuli.stream().map(Keys::photograph).collect(Collectors.toList());
  }

  /** The hash of its bytes, and how it is turned if it is. */
  private static String photograph(StimulusRef stimulus) {
    boolean asStored = stimulus.image().equals(ObjectLayout.image(stimulus.sha256()));
    return asStored ? stimulus.sha256().value() : stimulus.image().value();
  }

  private static String weights(NetworkRef ref) {
    return ref.untrainedSeed() == null ? "trained" : "untrained(" + ref.untrainedSeed() + ")";
  }
}
