package io.chiasm.local.cli;

import io.chiasm.local.client.AggregatorClient;
import java.net.URI;
import picocli.CommandLine.Option;

/** Which running stack a command talks to. */
final class ServerOption {
  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "aggregator to talk to (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private URI server;

  AggregatorClient client() {
    return new AggregatorClient(server);
  }
}
