package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.failure.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the object store is and who asks.
 *
 * @param endpoint {@code http://host[:port]} or {@code https://host[:port]}, nothing after it
 * @param bucket bucket that all keys lie in; made if missing
 * @param accessKey name of the account
 * @param secretKey its password; never shown
 * @param region region that requests are signed for; {@code us-east-1} for most servers but AWS
 */
public record StoreSettings(
    URI endpoint, String bucket, String accessKey, String secretKey, String region) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LAST_PORT = 65_535;

  /**
   * @throws InputException naming the setting that is wrong and its form
   */
  public StoreSettings {
    if (!isEndpoint(endpoint)) {
      throw notEndpoint();
    }
    if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
      throw new InputException(
          "store bucket '"
              + bucket
              + "': must be 3 to 63 lower-case letters, digits, dots and hyphens");
    }
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new InputException("store access key and secret key must both be set");
    }
    if (!REGION.matcher(region).matches()) {
      throw new InputException(
          "store region '" + region + "': must be lower-case letters, digits and hyphens");
    }
  }

  /**
   * The settings as they come from configuration.
   *
   * @throws InputException naming the setting that is wrong and its form
   */
  public static StoreSettings of(
      String endpoint, String bucket, String accessKey, String secretKey, String region) {
    try {
      return new StoreSettings(new URI(endpoint.strip()), bucket, accessKey, secretKey, region);
    } catch (URISyntaxException e) {
      throw notEndpoint();
    }
  }

  /** Whether the connection is to be encrypted. */
  boolean secure() {
    return endpoint.getScheme().equalsIgnoreCase("https");
  }

  /** Does not repeat the value: what is wrong with it may be a password in it. */
  private static InputException notEndpoint() {
    return new InputException(
        "store endpoint: must have the form http://host:port or https://host:port,"
            + " without path, user or query");
  }

  private static boolean isEndpoint(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= LAST_PORT
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
  }

  /** Everything but the secret. */
  @Override
  public String toString() {
    return "%s/%s as %s (region %s)".formatted(endpoint, bucket, accessKey, region);
  }
}
