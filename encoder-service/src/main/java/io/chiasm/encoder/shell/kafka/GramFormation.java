package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.encoder.gram.GramComputation;
import io.chiasm.encoder.gram.SplitGram;
import io.chiasm.encoder.split.Split;
import io.chiasm.encoder.work.Resources;
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

  /** Whether every block is in the store; asked of the store, never counted. */
  boolean complete(FanIn fanIn) {
    Set<ObjectKey> there = new HashSet<>();
    fanIn.blocks().stream()
        .map(BlockRows::block)
        .map(GramFormation::folder)
        .distinct()
        .forEach(folder -> there.addAll(store.list(folder)));
    return fanIn.blocks().stream().map(BlockRows::block).allMatch(there::contains);
  }

  /** Whether the Gram matrices are in the store. */
  boolean formed(FanIn fanIn) {
    return store.exists(fanIn.gram().result());
  }

  /**
   * Forms and stores them.
   *
   * @throws InputException if the layer cannot be split, or its activations are not usable
   */
  void form(FanIn fanIn) {
    StoredBlocks blocks = new StoredBlocks(tensors, fanIn.blocks());
    Shape shape = blocks.shape();
    if (shape.rank() != 4 || shape.extent(3) < 2) {
      throw new InputException(
          "the layer's activations have the shape "
              + shape
              + "; only feature maps [stimulus, channel, row, column] with two columns or more can"
              + " be split");
    }
    Split split = Split.hemifields(extent(shape, 1), extent(shape, 2), extent(shape, 3));
    SplitGram gram =
        new GramComputation(resources)
            .ofActivations(blocks, List.of(split), fanIn.gram().scaling())
            .get(0);
    documents.put(fanIn.gram().result(), stored(fanIn.gram().result(), shape, gram));
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

  private static int extent(Shape shape, int axis) {
    return Math.toIntExact(shape.extent(axis));
  }

  private static ObjectKey folder(ObjectKey block) {
    return new ObjectKey(block.value().substring(0, block.value().lastIndexOf('/')));
  }
}
