package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.telemetry.ObservedStore;
import io.chiasm.contracts.store.FirstWinsStore;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.RetryingStore;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.store.VerifyingStore;
import io.chiasm.contracts.telemetry.StoreEvents;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The object store as services use it: every read and write verified, what was computed first kept,
 * every outage waited out for as long as the policy allows.
 */
public final class StoreConnection implements AutoCloseable {
  private final MinioStore minio;
  private final TensorStore store;

  private StoreConnection(MinioStore minio, TensorStore store) {
    this.minio = minio;
    this.store = store;
  }

  /**
   * The store without a word to it yet.
   *
   * @param retry how outages are waited out, see {@link #retry}
   * @throws io.chiasm.contracts.failure.InputException if the settings are wrong in themselves
   */
  public static StoreConnection at(StoreSettings settings, Retry retry) {
    return at(settings, retry, StoreEvents.NONE);
  }

  /**
   * The store without a word to it yet.
   *
   * @param retry how outages are waited out, see {@link #retry}
   * @param events are told of every request
   * @throws io.chiasm.contracts.failure.InputException if the settings are wrong in themselves
   */
  public static StoreConnection at(StoreSettings settings, Retry retry, StoreEvents events) {
    MinioStore minio = MinioStore.at(settings);
    TensorStore verified = new VerifyingStore(new ObservedStore(minio, events));
    TensorStore lasting = new FirstWinsStore(verified, ObjectLayout::isComputed, events::diverged);
    return new StoreConnection(minio, new RetryingStore(lasting, retry));
  }

  /** Tries again by this process's clock, and sleeps between. */
  public static Retry retry(RetryPolicy policy) {
    return retry(policy, length -> Thread.sleep(length.toMillis()));
  }

  /** Tries again by this process's clock. */
  public static Retry retry(RetryPolicy policy, Retry.Pause pause) {
    return new Retry(policy, RandomGenerator.getDefault(), InstantSource.system(), pause);
  }

  /**
   * Makes the bucket if it is missing; not tried again.
   *
   * @throws io.chiasm.contracts.failure.InputException if the store refuses these settings
   * @throws io.chiasm.contracts.failure.TransientException if it is away
   */
  public void makeBucket() {
    minio.makeBucket();
  }

  public TensorStore store() {
    return store;
  }

  @Override
  public void close() {
    minio.close();
  }
}
