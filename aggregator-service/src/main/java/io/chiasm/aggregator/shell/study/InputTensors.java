package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  private static ObjectKey key(Writing writing) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        writing.to(out);
      }
      String hex = HexFormat.of().formatHex(digest.digest());
      return ObjectLayout.input(ContentHash.of("input", 1).field("npy", hex).hex());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to nowhere", e);
    }
  }

  /** Writes one tensor. */
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }
}
