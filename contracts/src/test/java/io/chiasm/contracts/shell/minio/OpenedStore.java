package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;

/** A connection with its bucket made, waited for as long as the policy allows. */
final class OpenedStore {
  private OpenedStore() {}

  static StoreConnection open(StoreSettings settings, RetryPolicy policy) {
    Retry retry = StoreConnection.retry(policy, length -> Thread.sleep(length.toMillis()));
    StoreConnection connection = StoreConnection.at(settings, retry);
    retry.call(
        () -> {
          connection.makeBucket();
          return connection;
        });
    return connection;
  }
}
