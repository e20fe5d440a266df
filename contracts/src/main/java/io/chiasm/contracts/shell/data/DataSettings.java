package io.chiasm.contracts.shell.data;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.shell.secret.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How buckets with data are reached: {@code CHIASM_DATA_ENDPOINT}, {@code CHIASM_DATA_ACCESS_KEY},
 * {@code CHIASM_DATA_SECRET_KEY} (either key also as {@code …_FILE}) and {@code
 * CHIASM_DATA_REGION}; each falls back on the object store's own, {@code CHIASM_STORE_…}. {@code
 * CHIASM_DATA_CA} and {@code CHIASM_DATA_PATH_STYLE} belong to the endpoint: the store's hold only
 * where its endpoint does.
 */
final class DataSettings {
  private static final String DATA = "CHIASM_DATA_";
  private static final String STORE = "CHIASM_STORE_";
  private static final String REGION = "us-east-1";

  private final Map<String, String> environment;

  DataSettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Settings of one bucket.
   *
   * @throws InputException naming the variable that is missing or wrong
   */
  StoreSettings of(String bucket) {
    StoreSettings plain =
        StoreSettings.of(
            value("ENDPOINT").orElseThrow(() -> missing(bucket, "ENDPOINT")),
            bucket,
            secret("ACCESS_KEY").orElseThrow(() -> missing(bucket, "ACCESS_KEY")),
            secret("SECRET_KEY").orElseThrow(() -> missing(bucket, "SECRET_KEY")),
            value("REGION").orElse(REGION));
    String server = set(DATA + "ENDPOINT").isPresent() ? DATA : STORE;
    return new StoreSettings(
        plain.endpoint(),
        bucket,
        plain.accessKey(),
        plain.secretKey(),
        plain.region(),
        set(server + "CA").map(Path::of),
        set(server + "PATH_STYLE").map(Boolean::valueOf));
  }

  private static InputException missing(String bucket, String name) {
    return new InputException(
        "s3://"
            + bucket
            + ": to reach it, set CHIASM_DATA_ENDPOINT (such as https://s3.example.org),"
            + " CHIASM_DATA_ACCESS_KEY and CHIASM_DATA_SECRET_KEY; CHIASM_DATA_"
            + name
            + " is missing");
  }

  private Optional<String> secret(String name) {
    return secretOf(DATA + name).or(() -> secretOf(STORE + name));
  }

  private Optional<String> secretOf(String variable) {
    return Secret.find(variable, set(variable), set(variable + "_FILE").map(Path::of));
  }

  private Optional<String> value(String name) {
    return set(DATA + name).or(() -> set(STORE + name));
  }

  private Optional<String> set(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
