package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.TensorStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedMinioStoreTest extends TensorStoreContract {
  private final EmbeddedS3 server;
  private final MinioStore store;

  EmbeddedMinioStoreTest(@TempDir Path folder) throws Exception {
    server = new EmbeddedS3(folder, 0);
    store = MinioStore.connect(server.settings("contract"));
  }

  @Override
  protected TensorStore store() {
    return store;
  }

  @AfterAll
  void stop() throws Exception {
    store.close();
    server.close();
  }
}
