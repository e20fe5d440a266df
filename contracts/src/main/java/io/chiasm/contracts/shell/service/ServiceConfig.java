package io.chiasm.contracts.shell.service;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings that every service has, below the prefix {@code chiasm}. Each is an environment variable
 * too: {@code CHIASM_KAFKA}, {@code CHIASM_STORE_ENDPOINT} … Settings of Kafka's own are read
 * beside them: {@code KAFKA_SECURITY_PROTOCOL} … A setting that ends in {@code -file} names a file
 * that holds the value of the one before it.
 */
public interface ServiceConfig {
  /** Brokers as {@code host:port,…}; {@code KAFKA_BOOTSTRAP_SERVERS} if not set. */
  Optional<String> kafka();

  /** Name to log in to the brokers with; the client's id for OAUTHBEARER. */
  @WithName("kafka.username")
  Optional<String> kafkaUsername();

  @WithName("kafka.username-file")
  Optional<Path> kafkaUsernameFile();

  /** Password that goes with it; the client's secret for OAUTHBEARER. */
  @WithName("kafka.password")
  Optional<String> kafkaPassword();

  @WithName("kafka.password-file")
  Optional<Path> kafkaPasswordFile();

  /** PEM file of the authorities that the brokers' certificates are checked against. */
  @WithName("kafka.ca")
  Optional<Path> kafkaCa();

  /** PEM file of this service's own certificate chain, for brokers that ask for one. */
  @WithName("kafka.certificate")
  Optional<Path> kafkaCertificate();

  /** PEM file of that certificate's private key (PKCS #8). */
  @WithName("kafka.key")
  Optional<Path> kafkaKey();

  /** The object store. */
  Store store();

  /** The topics. */
  Topics topics();

  /** File that gets the port of the REST interface once it listens: for a port of 0. */
  Optional<Path> portFile();

  /** The object store. */
  interface Store {
    /** Address of the S3 server, {@code http://host:port} or {@code https://host:port}. */
    URI endpoint();

    /** Bucket of everything; created if missing. */
    @WithDefault("chiasm")
    String bucket();

    /** Access key id. */
    Optional<String> accessKey();

    Optional<Path> accessKeyFile();

    /** Secret access key. */
    Optional<String> secretKey();

    Optional<Path> secretKeyFile();

    /** Region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** PEM file of the authorities that the server's certificate is checked against. */
    Optional<Path> ca();

    /** Whether the bucket is in the path of an address or in its host name. */
    Optional<Boolean> pathStyle();
  }

  /** The topics. */
  interface Topics {
    /** Whether missing topics are created and share groups set up, or only checked. */
    @WithDefault("true")
    boolean create();

    /** Copies of each created topic; the brokers' default if not set. */
    OptionalInt replication();

    /** Partitions of created topics of tasks, activations and encodings. */
    OptionalInt partitions();

    /** How long messages of created topics are kept. */
    @WithDefault("7d")
    Duration retention();

    /** How long dead letters are kept. */
    @WithDefault("30d")
    Duration deadLetterRetention();
  }
}
