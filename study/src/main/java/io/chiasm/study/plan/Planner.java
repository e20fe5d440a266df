package io.chiasm.study.plan;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.message.VertexChoice;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a study into tasks. Every output's key is a hash of all that its content depends on, so two
 * studies share what is the same, and nothing stale is ever reused.
 */
public final class Planner {
  private final String id;
  private final Study study;
  private final Material material;
  private final StimulusBlocks blocks;
  private final List<Reading> readings;
  private final ShownVertex shown;
  private final Map<List<StimulusRef>, List<Material.Participant>> sets;

  /** By identity: a set of ten thousand stimuli is compared with none. */
  private final Map<List<StimulusRef>, List<String>> photographs = new IdentityHashMap<>();

  private final Map<ObjectKey, FanIn> fanIns = new LinkedHashMap<>();
  private final List<ExtractionTask> extraction = new ArrayList<>();

  private Planner(String id, Study study, Material material) {
    this.id = id;
    this.study = study;
    this.material = material;
    this.blocks = new StimulusBlocks(material.participants());
    this.readings = Reading.of(study.split());
    this.shown = ShownVertex.of(study, material.networks());
    this.sets =
        material.participants().stream()
            .collect(
                Collectors.groupingBy(
                    Material.Participant::stimuli, LinkedHashMap::new, Collectors.toList()));
  }

  /** The whole plan of a study. */
  public static Plan plan(String id, Study study, Material material) {
    return new Planner(id, study, material).plan();
  }

  private Plan plan() {
    material.networks().forEach(this::planNetwork);
    material.features().forEach(features -> sets.forEach((s, p) -> planSet(features, s, p)));
    return new Plan(id, extraction, fanIns);
  }

  private void planNetwork(Material.Network network) {
    Map<Pass, List<LayerTarget>> targets = new LinkedHashMap<>();
    network.layers().forEach((label, tensor) -> planLayer(network, label, tensor, targets));
    targets.forEach(
        (pass, layers) ->
            blocks.all().forEach(block -> extraction.add(task(network, pass, layers, block))));
  }

  private ExtractionTask task(
      Material.Network network, Pass pass, List<LayerTarget> layers, StimulusBlocks.Block block) {
    return new ExtractionTask(
        id,
        Keys.extraction(layers, block.name()),
        network.name(),
        pass.graph(network),
        network.input().as(pass.variant()),
        layers,
        block.name(),
        block.stimuli(),
        study.activations());
  }

  private void planLayer(
      Material.Network network, String label, String tensor, Map<Pass, List<LayerTarget>> targets) {
    Map<Pass, Set<ObjectKey>> told = new LinkedHashMap<>();
    for (Reading reading : readings) {
      List<Pass> passes = reading.passes(network, tensor);
      List<ObjectKey> keys =
          passes.isEmpty() ? List.of() : planReading(network, label, tensor, passes, reading);
      passes.forEach(p -> told.computeIfAbsent(p, x -> new LinkedHashSet<>()).addAll(keys));
    }
    told.forEach(
        (pass, keys) ->
            targets
                .computeIfAbsent(pass, x -> new ArrayList<>())
                .add(new LayerTarget(tensor, folder(pass, network, tensor), List.copyOf(keys))));
  }

  /** One fan-in per set of stimuli; participants who saw the same stimuli share it. */
  private List<ObjectKey> planReading(
      Material.Network network, String label, String tensor, List<Pass> passes, Reading reading) {
    List<ObjectKey> folders = passes.stream().map(p -> folder(p, network, tensor)).toList();
    List<ObjectKey> keys = new ArrayList<>();
    sets.forEach(
        (stimuli, participants) -> {
          List<BlockRows> rows =
              folders.stream().flatMap(f -> blocks.rows(f, stimuli).stream()).toList();
          List<GramTask> grams = new ArrayList<>();
          List<EncodingTask> tasks = new ArrayList<>();
          for (NamedSplit split : reading.splits()) {
            SplitName formed = split.name().gram();
            String gram =
                Keys.gram(folders, photographs(stimuli), formed, study.encoding().scaling());
            grams.add(
                new GramTask(formed.label(), study.encoding().scaling(), ObjectLayout.gram(gram)));
            tasks.addAll(tasks(network.name(), label, tensor, split, gram, participants));
          }
          String first = ObjectLayout.stem(grams.get(0).result());
          ObjectKey key = ObjectLayout.fanIn(id, Keys.fanIn(network.name(), label, first));
          List<GramTask> controls = grams.subList(1, grams.size());
          // A layer before two callosa is the same under both.
          fanIns.merge(key, new FanIn(id, rows, grams.get(0), controls, tasks), Planner::together);
          keys.add(key);
        });
    return keys;
  }

  /** Of a layer's activations. */
  private ObjectKey folder(Pass pass, Material.Network network, String tensor) {
    return ObjectLayout.activations(Keys.activations(network, pass, tensor, study.activations()));
  }

  private static FanIn together(FanIn one, FanIn other) {
    List<EncodingTask> tasks = Stream.concat(one.tasks().stream(), other.tasks().stream()).toList();
    return new FanIn(one.study(), one.blocks(), one.gram(), one.controls(), tasks);
  }

  /** Named once for all layers. */
  private List<String> photographs(List<StimulusRef> stimuli) {
    return photographs.computeIfAbsent(stimuli, Keys::photographs);
  }

  /**
   * Features are there already: one reading for each set of stimuli, under the name of the study's
   * own split, since their columns are the halves of the image itself.
   */
  private void planSet(
      Material.Features features,
      List<StimulusRef> stimuli,
      List<Material.Participant> participants) {
    List<Integer> rows = features.rows(stimuli.stream().map(StimulusRef::stimulus).toList());
    String gram = Keys.gram(features, rows, study.encoding().scaling());
    NamedSplit own = NamedSplit.own(study.split());
    ObjectKey key = ObjectLayout.fanIn(id, Keys.fanIn(features.network(), features.layer(), gram));
    fanIns.put(
        key,
        new FanIn(
            id,
            List.of(new BlockRows(features.tensor().key(), rows)),
            new GramTask(
                SplitName.FEATURES.label(), study.encoding().scaling(), ObjectLayout.gram(gram)),
            tasks(
                features.network(), features.layer(), features.layer(), own, gram, participants)));
  }

  private List<EncodingTask> tasks(
      String network,
      String label,
      String tensor,
      NamedSplit split,
      String gram,
      List<Material.Participant> participants) {
    List<EncodingTask> tasks = new ArrayList<>();
    for (Material.Participant participant : participants) {
      for (Map.Entry<Hemisphere, TensorRef> side : participant.responses().entrySet()) {
        VertexChoice vertex =
            shown.choice(network, label, split.name(), participant.participant(), side.getKey());
        String hash =
            Keys.encoding(
                study,
                gram,
                split.name(),
                participant.folds(),
                side.getKey(),
                side.getValue(),
                vertex);
        tasks.add(
            new EncodingTask(
                id,
                hash,
                participant.participant(),
                side.getKey(),
                network,
                label,
                tensor,
                split.label(),
                ObjectLayout.gram(gram),
                side.getValue(),
                participant.folds(),
                study.split().midline(),
                study.encoding().regression(),
                vertex,
                ObjectLayout.encoding(hash)));
      }
    }
    return tasks;
  }
}
