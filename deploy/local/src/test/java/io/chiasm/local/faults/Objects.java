package io.chiasm.local.faults;

import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.shell.minio.MinioStore;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorPart;
import io.chiasm.local.stack.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The store as an administrator looks at it. */
final class Objects implements AutoCloseable {
  private final MinioStore store;

  Objects(int port, String secret) {
    store =
        MinioStore.connect(
            new StoreSettings(
                URI.create("http://127.0.0.1:" + port),
                "chiasm",
                ServerProcess.ACCESS_KEY,
                secret,
                "us-east-1",
                Optional.empty(),
                Optional.of(true)));
  }

  List<ObjectKey> below(String prefix) {
    return store.list(new ObjectKey(prefix));
  }

  /** Size and digest of what really is there. */
  ObjectStat read(TensorPart part) {
    ObjectKey key = part.file().key();
    try (InputStream in =
        part.alone() ? store.open(key) : store.open(key, part.from(), part.file().bytes())) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new AssertionError(key.value(), e);
    }
  }

  byte[] bytes(ObjectKey key) {
    try (InputStream in = store.open(key)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(key.value(), e);
    }
  }

  <T> T document(ObjectKey key, Class<T> type) {
    return Json.read(bytes(key), type, key.value());
  }

  void putDocument(ObjectKey key, Object document) {
    put(key, Json.write(document));
  }

  void put(ObjectKey key, byte[] bytes) {
    store.put(key, Content.of(bytes));
  }

  void delete(ObjectKey key) {
    store.delete(key);
  }

  void putTensor(ObjectKey key, FloatTensor tensor) {
    new StoredTensors(store).put(key, tensor);
  }

  @Override
  public void close() {
    store.close();
  }
}
