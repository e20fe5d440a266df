package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.TensorStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreConnectionTest extends TensorStoreContract {
  private final EmbeddedS3 server;
  private final StoreConnection connection;

  StoreConnectionTest(@TempDir Path folder) throws Exception {
    server = new EmbeddedS3(folder, 0);
    connection = OpenedStore.open(server.settings("contract"), RetryPolicy.STANDARD);
  }

  @Override
  protected TensorStore store() {
    return connection.store();
  }

  @AfterAll
  void stop() throws Exception {
    connection.close();
    server.close();
  }
}
