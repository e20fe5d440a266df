package io.chiasm.contracts.shell.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000",
        "https://s3.eu-central-1.amazonaws.com",
        "HTTP://minio:9000/",
        "http://[::1]:9000"
      })
  void serversAreNamedBySchemeHostAndPort(String endpoint) {
    assertThatCode(() -> settings(endpoint, "study", "us-east-1")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minio:9000",
        "minio",
        "/store",
        "file:///data",
        "ftp://minio:9000",
        "http://",
        "http:///bucket",
        "http://minio:9000/bucket",
        "http://user:hunter2@minio:9000",
        "http://minio:9000?x=1",
        "http://minio:9000#x",
        "http://minio:0",
        "http://minio:99999",
        "http://mi nio:9000",
        ""
      })
  void otherFormsAreRefused(String endpoint) {
    assertThatThrownBy(() -> settings(endpoint, "study", "us-east-1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("http://host:port")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Study", "a_b", "-ab", "a..b", "../x"})
  void bucketsHaveBucketNames(String bucket) {
    assertThatThrownBy(() -> settings("http://minio:9000", bucket, "us-east-1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bucket '" + bucket + "'");
  }

  @Test
  void regionAndKeysAreChecked() {
    URI minio = URI.create("http://minio:9000");
    assertThatThrownBy(() -> settings("http://minio:9000", "study", "EU west"))
        .hasMessageContaining("region 'EU west'");
    assertThatThrownBy(() -> new StoreSettings(minio, "study", "", "s", "us-east-1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("access key and secret key");
  }

  @Test
  void theSecretIsNeverShown() {
    assertThat(settings("http://minio:9000", "study", "us-east-1"))
        .hasToString("http://minio:9000/study as reader (region us-east-1)");
  }

  private static StoreSettings settings(String endpoint, String bucket, String region) {
    return StoreSettings.of(endpoint, bucket, "reader", "hunter2", region);
  }
}
