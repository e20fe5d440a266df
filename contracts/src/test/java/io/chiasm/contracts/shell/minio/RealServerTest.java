package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.TensorStoreContract;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract against a server that runs already; MinIO, SeaweedFS, Ceph or another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(
    named = "CHIASM_TEST_S3_ENDPOINT",
    matches = ".+",
    disabledReason = "CHIASM_TEST_S3_ENDPOINT, _ACCESS_KEY and _SECRET_KEY name no S3 server")
class RealServerTest extends TensorStoreContract {
  private @Nullable StoreConnection connection;

  @BeforeAll
  void connect() {
    StoreSettings settings =
        new StoreSettings(
            URI.create(System.getenv("CHIASM_TEST_S3_ENDPOINT")),
            "chiasm-contract-test",
            System.getenv("CHIASM_TEST_S3_ACCESS_KEY"),
            System.getenv("CHIASM_TEST_S3_SECRET_KEY"),
            "us-east-1");
    connection = OpenedStore.open(settings, RetryPolicy.STANDARD);
  }

  @Override
  protected TensorStore store() {
    return java.util.Objects.requireNonNull(connection).store();
  }

  @AfterAll
  void close() {
    java.util.Objects.requireNonNull(connection).close();
  }
}
