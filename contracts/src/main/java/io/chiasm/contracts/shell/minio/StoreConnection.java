package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.RetryingStore;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.VerifyingStore;
import java.time.InstantSource;
import java.util.SplittableRandom;

/**
 * The object store as services use it: every read and write verified, every outage waited out for
 * as long as the policy allows, at start-up too.
 */
public final class StoreConnection implements AutoCloseable {
  private final MinioStore minio;
  private final TensorStore store;

  private StoreConnection(MinioStore minio, TensorStore store) {
    this.minio = minio;
    this.store = store;
  }

  /**
   * Connects and makes the bucket if it is missing.
   *
   * @throws io.chiasm.contracts.failure.InputException if the store refuses these settings
   * @throws io.chiasm.contracts.failure.TransientException if it stays away past the deadline
   */
  public static StoreConnection open(StoreSettings settings, RetryPolicy policy) {
    Retry retry =
        new Retry(
            policy,
            new SplittableRandom(),
            InstantSource.system(),
            length -> Thread.sleep(length.toMillis()));
    MinioStore minio = retry.call(() -> MinioStore.connect(settings));
    return new StoreConnection(minio, new VerifyingStore(new RetryingStore(minio, retry)));
  }

  public TensorStore store() {
    return store;
  }

  @Override
  public void close() {
    minio.close();
  }
}
