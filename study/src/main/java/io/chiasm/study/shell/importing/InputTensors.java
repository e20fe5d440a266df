package io.chiasm.study.shell.importing;

import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.function.Supplier;

/** Tensors of the study's own input, each stored once under the hash of its bytes. */
final class InputTensors {
  private final TensorStore store;
  private final StoredTensors tensors;

  InputTensors(TensorStore store) {
    this.store = store;
    this.tensors = new StoredTensors(store);
  }

  TensorRef put(RealTensor tensor) {
    ObjectKey key = key(out -> NpyWriter.write(out, tensor));
    return putOnce(key, () -> tensors.put(key, tensor));
  }

  TensorRef put(LongTensor tensor) {
    ObjectKey key = key(out -> NpyWriter.write(out, tensor));
    return putOnce(key, () -> tensors.put(key, tensor));
  }

  private TensorRef putOnce(ObjectKey key, Supplier<TensorRef> put) {
    return store.exists(key) ? tensors.ref(key) : put.get();
  }

  private static ObjectKey key(Sha256.Writing writing) {
    Digest npy = Sha256.written(writing);
    return ObjectLayout.input(ContentHash.of("input", 1).field("npy", npy).hex());
  }
}
