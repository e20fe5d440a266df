package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.encoding.gram.ActivationBlocks;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.work.Resources;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Forms the Gram matrices of a fan-in once all its blocks are there. */
final class GramFormation {
  private final TensorStore store;
  private final StoredTensors tensors;
  private final Documents documents;
  private final Resources resources;

  GramFormation(TensorStore store, Resources resources) {
    this.store = store;
    this.tensors = new StoredTensors(store);
    this.documents = new Documents(store);
    this.resources = resources;
  }

  /** The last block that is not in the store, if any; asked of the store, never counted. */
  Optional<ObjectKey> missing(FanIn fanIn) {
    Set<ObjectKey> there = new HashSet<>();
    fanIn.blocks().stream()
        .map(BlockRows::block)
        .map(GramFormation::folder)
        .distinct()
        .forEach(folder -> there.addAll(store.list(folder)));
    return fanIn.blocks().stream()
        .map(BlockRows::block)
        .filter(block -> !there.contains(block))
        .reduce((first, second) -> second);
  }

  /** Whether all Gram matrices that a task waits for are in the store. */
  boolean formed(FanIn fanIn) {
    return fanIn.grams().allMatch(gram -> store.exists(gram.result()));
  }

  /**
   * Forms and stores those that are not there yet, all from one reading of the blocks.
   *
   * @throws InputException if the layer cannot be split, or its activations are not usable
   */
  void form(FanIn fanIn) {
    List<GramTask> wanted = fanIn.grams().filter(g -> !store.exists(g.result())).toList();
    if (wanted.isEmpty()) {
      // Another encoder was faster, and what they are formed of may be gone.
      return;
    }
    StoredBlocks left = new StoredBlocks(tensors, pass(fanIn, true));
    Shape shape = left.shape();
    if (shape.rank() != 4 || shape.extent(3) < 2) {
      throw new InputException(
          "the layer's activations have the shape "
              + shape
              + "; only feature maps [stimulus, channel, row, column] with two columns or more can"
              + " be split");
    }
    ActivationBlocks blocks =
        ofTwoPasses(fanIn)
            ? new PairedBlocks(left, new StoredBlocks(tensors, pass(fanIn, false)))
            : left;
    long channels = ofTwoPasses(fanIn) ? 2 * shape.extent(1) : shape.extent(1);
    Shape activation = Shape.of(channels, shape.extent(2), shape.extent(3));
    List<Split> splits =
        wanted.stream().map(g -> LayerSplit.of(SplitName.of(g.split()), activation)).toList();
    new GramComputation(resources)
        .ofActivations(
            blocks,
            splits,
            fanIn.gram().scaling(),
            (gram, index) -> {
              ObjectKey result = wanted.get(index).result();
              documents.put(result, stored(result, shape, gram));
            });
  }

  private static boolean ofTwoPasses(FanIn fanIn) {
    return SplitName.of(fanIn.gram().split()) == SplitName.IMAGE;
  }

  private static List<BlockRows> pass(FanIn fanIn, boolean first) {
    int all = fanIn.blocks().size();
    if (!ofTwoPasses(fanIn)) {
      return fanIn.blocks();
    }
    return first ? fanIn.blocks().subList(0, all / 2) : fanIn.blocks().subList(all / 2, all);
  }

  private GramDocument stored(ObjectKey document, Shape shape, SplitGram gram) {
    Optional<DoubleTensor> rest = gram.rest();
    return new GramDocument(
        Shape.of(shape.extent(1), shape.extent(2), shape.extent(3)),
        put(document, "first", gram.first()),
        put(document, "second", gram.second()),
        rest.isPresent() ? put(document, "rest", rest.get()) : null);
  }

  private TensorRef put(ObjectKey document, String name, DoubleTensor matrix) {
    return tensors.put(ObjectLayout.gramMatrix(document, name), matrix);
  }

  private static ObjectKey folder(ObjectKey block) {
    return new ObjectKey(block.value().substring(0, block.value().lastIndexOf('/')));
  }
}
