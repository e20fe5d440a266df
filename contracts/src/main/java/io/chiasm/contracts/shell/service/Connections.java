package io.chiasm.contracts.shell.service;

import io.chiasm.contracts.shell.minio.MinioStore;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.RetryingStore;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.VerifyingStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What a service is connected to. */
public final class Connections {
  private Connections() {}

  /**
   * The object store, verified and retried; waits for one that is still starting.
   *
   * @throws io.chiasm.contracts.failure.InputException if the store refuses the settings
   * @throws io.chiasm.contracts.failure.TransientException if it stays away
   */
  public static TensorStore store(ServiceConfig.Store config) {
    StoreSettings settings =
        new StoreSettings(
            config.endpoint(),
            config.bucket(),
            config.accessKey(),
            config.secretKey(),
            config.region());
    Retry retry =
        new Retry(
            RetryPolicy.STANDARD,
            RandomGenerator.getDefault(),
            InstantSource.system(),
            length -> Thread.sleep(length.toMillis()));
    MinioStore store = retry.call(() -> MinioStore.connect(settings));
    return new RetryingStore(new VerifyingStore(store), retry);
  }
}
