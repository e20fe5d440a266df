package io.chiasm.aggregator.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns a study into tasks. Every output's key is a hash of all that its content depends on, so two
 * studies share what is the same, and nothing stale is ever reused. A change of what a service
 * computes raises the version here.
 */
public final class Planner {
  /** Raised whenever the same task would give other activations. */
  private static final int ACTIVATIONS_VERSION = 1;

  /** Raised whenever the same task would give other Gram matrices. */
  private static final int GRAM_VERSION = 1;

  /** Raised whenever the same task would give other encodings. */
  private static final int ENCODING_VERSION = 1;

  /** Label of the split of feature maps at the midline. */
  private static final String FEATURES = "features";

  /** Stimuli per task: small enough to spread, large enough to hide the overhead. */
  private static final int BLOCK = 32;

  private final String id;
  private final Study study;
  private final Material material;
  private final List<Block> blocks;
  private final Map<ObjectKey, FanIn> fanIns = new LinkedHashMap<>();
  private final List<ExtractionTask> extraction = new ArrayList<>();

  private Planner(String id, Study study, Material material) {
    this.id = id;
    this.study = study;
    this.material = material;
    this.blocks = blocks(material);
  }

  /** The whole plan of a study. */
  public static Plan plan(String id, Study study, Material material) {
    return new Planner(id, study, material).plan();
  }

  private Plan plan() {
    material.networks().forEach(this::planNetwork);
    return new Plan(id, extraction, fanIns);
  }

  private void planNetwork(Material.Network network) {
    List<LayerTarget> targets = new ArrayList<>();
    network
        .layers()
        .forEach(
            (label, tensor) -> {
              ObjectKey folder = ObjectLayout.activations(activationsHash(network, tensor));
              targets.add(
                  new LayerTarget(tensor, folder, planLayer(network, label, tensor, folder)));
            });
    for (Block block : blocks) {
      extraction.add(
          new ExtractionTask(
              id,
              extractionHash(targets, block),
              network.name(),
              network.network(),
              network.input(),
              targets,
              block.name(),
              block.stimuli()));
    }
  }

  /** One fan-in per set of stimuli; participants who saw the same stimuli share it. */
  private List<ObjectKey> planLayer(
      Material.Network network, String label, String tensor, ObjectKey folder) {
    Map<List<StimulusRef>, List<Material.Participant>> sets =
        material.participants().stream()
            .collect(
                Collectors.groupingBy(
                    Material.Participant::stimuli, LinkedHashMap::new, Collectors.toList()));
    List<ObjectKey> keys = new ArrayList<>();
    sets.forEach(
        (stimuli, participants) -> {
          String gram = gramHash(folder, stimuli);
          GramTask task =
              new GramTask(FEATURES, study.encoding().scaling(), ObjectLayout.gram(gram));
          List<EncodingTask> tasks = new ArrayList<>();
          for (Material.Participant participant : participants) {
            participant
                .responses()
                .forEach(
                    (hemisphere, responses) ->
                        tasks.add(
                            encoding(
                                network, label, tensor, gram, participant, hemisphere, responses)));
          }
          ObjectKey key = ObjectLayout.fanIn(id, fanInHash(network, label, gram));
          fanIns.put(key, new FanIn(id, rows(folder, stimuli), task, tasks));
          keys.add(key);
        });
    return keys;
  }

  private EncodingTask encoding(
      Material.Network network,
      String label,
      String tensor,
      String gram,
      Material.Participant participant,
      Hemisphere hemisphere,
      TensorRef responses) {
    String hash = encodingHash(gram, participant.folds(), hemisphere, responses);
    return new EncodingTask(
        id,
        hash,
        participant.participant(),
        hemisphere,
        network.name(),
        label,
        tensor,
        FEATURES,
        ObjectLayout.gram(gram),
        responses,
        participant.folds(),
        study.split().midline(),
        study.encoding().regression(),
        ObjectLayout.encoding(hash));
  }

  /** Which rows of which blocks make up this set of stimuli, in the set's order. */
  private List<BlockRows> rows(ObjectKey folder, List<StimulusRef> stimuli) {
    Set<StimulusRef> members = new HashSet<>(stimuli);
    List<BlockRows> rows = new ArrayList<>();
    for (Block block : blocks) {
      List<Integer> wanted = new ArrayList<>();
      for (int row = 0; row < block.stimuli().size(); row++) {
        if (members.contains(block.stimuli().get(row))) {
          wanted.add(row);
        }
      }
      if (!wanted.isEmpty()) {
        boolean all = wanted.size() == block.stimuli().size();
        rows.add(new BlockRows(folder.child(block.name() + ".npy"), all ? List.of() : wanted));
      }
    }
    return rows;
  }

  /** All participants' stimuli in ascending order, cut into blocks. */
  private static List<Block> blocks(Material material) {
    Map<Integer, StimulusRef> union = new TreeMap<>();
    for (Material.Participant participant : material.participants()) {
      participant.stimuli().forEach(s -> union.put(s.stimulus().number(), s));
    }
    List<StimulusRef> all = List.copyOf(union.values());
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BLOCK) {
      blocks.add(Block.of(all.subList(from, Math.min(from + BLOCK, all.size()))));
    }
    return blocks;
  }

  private static String activationsHash(Material.Network network, String tensor) {
    NetworkRef ref = network.network();
    InputRecipe input = network.input();
    return ContentHash.of("activations", ACTIVATIONS_VERSION)
        .field("network", ref.sha256())
        .field("weights", weights(ref))
        .field("preprocessing", input.preprocessing().name())
        .field("height", input.height())
        .field("width", input.width())
        .numbers("mean", input.normalisation().mean())
        .numbers("std", input.normalisation().std())
        .field("tensor", tensor)
        .hex();
  }

  private static String extractionHash(List<LayerTarget> targets, Block block) {
    return ContentHash.of("extraction", ACTIVATIONS_VERSION)
        .list("layers", targets.stream().map(t -> t.folder().value()).collect(Collectors.toList()))
        .field("block", block.name())
        .hex();
  }

  private String gramHash(ObjectKey folder, List<StimulusRef> stimuli) {
    return ContentHash.of("gram", GRAM_VERSION)
        .field("activations", folder.value())
        .list("stimuli", stimuli.stream().map(StimulusRef::sha256).collect(Collectors.toList()))
        .field("split", FEATURES)
        .field("scaling", study.encoding().scaling().name())
        .hex();
  }

  private static String fanInHash(Material.Network network, String label, String gram) {
    return ContentHash.of("fan-in", 1)
        .field("network", network.name())
        .field("layer", label)
        .field("gram", gram)
        .hex();
  }

  private String encodingHash(
      String gram, TensorRef folds, Hemisphere hemisphere, TensorRef responses) {
    EncodingSpec encoding = study.encoding();
    return ContentHash.of("encoding", ENCODING_VERSION)
        .field("gram", gram)
        .field("folds", folds.sha256())
        .field("responses", responses.sha256())
        .field("hemisphere", hemisphere.label())
        .field("midline", study.split().midline().name())
        .field("regression", encoding.regression().label())
        .numbers("settings", encoding.regression().settings())
        .hex();
  }

  private static String weights(NetworkRef ref) {
    return ref.untrainedSeed() == null ? "trained" : "untrained(" + ref.untrainedSeed() + ")";
  }

  /** A block of stimuli that go through a network together. */
  private record Block(String name, List<StimulusRef> stimuli) {
    static Block of(List<StimulusRef> stimuli) {
      String name =
          ContentHash.of("block", 1)
              .list(
                  "stimuli", stimuli.stream().map(StimulusRef::sha256).collect(Collectors.toList()))
              .hex();
      return new Block(name, List.copyOf(stimuli));
    }
  }
}
