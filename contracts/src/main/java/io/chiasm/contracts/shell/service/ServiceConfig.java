package io.chiasm.contracts.shell.service;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Settings that every service has, below the prefix {@code chiasm}. Each is an environment variable
 * too: {@code CHIASM_KAFKA}, {@code CHIASM_STORE_ENDPOINT} …
 */
public interface ServiceConfig {
  /** Brokers as {@code host:port,…}. */
  String kafka();

  /** The object store. */
  Store store();

  /** Process to end with: a launcher that was killed must leave no orphans. */
  OptionalLong parent();

  /** File that gets the port of the REST interface once it listens: for a port of 0. */
  Optional<Path> portFile();

  /** The object store. */
  interface Store {
    /** Address of the S3 server, {@code http://host:port}. */
    URI endpoint();

    /** Bucket of everything; created if missing. */
    @WithDefault("chiasm")
    String bucket();

    /** Access key id. */
    String accessKey();

    /** Secret access key. */
    String secretKey();

    /** Region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();
  }
}
