package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.failure.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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
 * @param authority PEM file of the authorities to trust, and no others; Java's own if empty
 * @param pathStyle whether the bucket is in the path (true) or in the host name (false); if empty,
 *     in the host name at AWS and in the path elsewhere
 */
public record StoreSettings(
    URI endpoint,
    String bucket,
    String accessKey,
    String secretKey,
    String region,
    Optional<Path> authority,
    Optional<Boolean> pathStyle) {
  /** The setting that names the authorities, for errors. */
  public static final String AUTHORITY = "CHIASM_STORE_CA";

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
    if (authority.isPresent() && !isSecure(endpoint)) {
      throw new InputException(
          AUTHORITY + " is set, but the endpoint is not https: such a connection is not encrypted");
    }
    if (pathStyle.isPresent() && !pathStyle.get() && isSecure(endpoint) && bucket.contains(".")) {
      throw new InputException(
          "store bucket '"
              + bucket
              + "': a certificate cannot be for a bucket with a dot in the host name;"
              + " set CHIASM_STORE_PATH_STYLE=true or name another bucket");
    }
  }

  /** Java's own authorities, the bucket where the server expects it. */
  public StoreSettings(
      URI endpoint, String bucket, String accessKey, String secretKey, String region) {
    this(endpoint, bucket, accessKey, secretKey, region, Optional.empty(), Optional.empty());
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
    return isSecure(endpoint);
  }

  private static boolean isSecure(URI endpoint) {
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
