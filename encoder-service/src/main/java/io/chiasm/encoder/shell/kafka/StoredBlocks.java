package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.encoding.gram.ActivationBlocks;
import java.util.List;

/** The blocks of a fan-in, read from the store one at a time. */
final class StoredBlocks implements ActivationBlocks {
  private final StoredTensors tensors;
  private final List<BlockRows> blocks;
  private final List<TensorRef> refs;

  StoredBlocks(StoredTensors tensors, List<BlockRows> blocks) {
    this.tensors = tensors;
    this.blocks = blocks;
    this.refs = blocks.stream().map(b -> tensors.ref(b.block())).toList();
  }

  /** {@code [stimulus, channel, row, column]} of the first block. */
  Shape shape() {
    return refs.get(0).shape();
  }

  @Override
  public int stimuli() {
    int stimuli = 0;
    for (int i = 0; i < blocks.size(); i++) {
      stimuli += rows(i);
    }
    return stimuli;
  }

  @Override
  public int count() {
    return blocks.size();
  }

  @Override
  public FloatTensor block(int index) {
    FloatTensor whole = tensors.floats(refs.get(index));
    List<Integer> rows = blocks.get(index).rows();
    return rows.isEmpty() ? whole : select(whole, rows);
  }

  private int rows(int index) {
    int wanted = blocks.get(index).rows().size();
    return wanted > 0 ? wanted : Math.toIntExact(refs.get(index).shape().extent(0));
  }

  private static FloatTensor select(FloatTensor whole, List<Integer> rows) {
    Shape shape = whole.shape();
    int each = Math.toIntExact(shape.elements() / shape.extent(0));
    long[] extents = shape.extents().stream().mapToLong(Long::longValue).toArray();
    extents[0] = rows.size();
    FloatTensor selected = FloatTensor.zeros(extents);
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(whole.values(), rows.get(i) * each, selected.values(), i * each, each);
    }
    return selected;
  }
}
