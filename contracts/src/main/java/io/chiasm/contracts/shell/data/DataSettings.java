package io.chiasm.contracts.shell.data;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.minio.StoreSettings;
import java.util.Map;

/**
 * How buckets with data are reached: {@code CHIASM_DATA_ENDPOINT}, {@code CHIASM_DATA_ACCESS_KEY},
 * {@code CHIASM_DATA_SECRET_KEY} and {@code CHIASM_DATA_REGION}; each falls back on the object
 * store's own, {@code CHIASM_STORE_…}.
 */
final class DataSettings {
  private static final String REGION = "us-east-1";

  private final Map<String, String> environment;

  DataSettings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Settings of one bucket.
   *
   * @throws InputException naming the variable that is missing
   */
  StoreSettings of(String bucket) {
    return StoreSettings.of(
        required("ENDPOINT", bucket),
        bucket,
        required("ACCESS_KEY", bucket),
        required("SECRET_KEY", bucket),
        value("REGION").isEmpty() ? REGION : value("REGION"));
  }

  private String required(String name, String bucket) {
    String value = value(name);
    if (value.isEmpty()) {
      throw new InputException(
          "s3://"
              + bucket
              + ": to reach it, set CHIASM_DATA_ENDPOINT (such as https://s3.example.org),"
              + " CHIASM_DATA_ACCESS_KEY and CHIASM_DATA_SECRET_KEY; CHIASM_DATA_"
              + name
              + " is missing");
    }
    return value;
  }

  private String value(String name) {
    String own = environment.getOrDefault("CHIASM_DATA_" + name, "").strip();
    return own.isEmpty() ? environment.getOrDefault("CHIASM_STORE_" + name, "").strip() : own;
  }
}
