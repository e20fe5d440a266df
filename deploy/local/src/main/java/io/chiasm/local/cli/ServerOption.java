package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.client.ServerAccess;
import java.net.URI;
import picocli.CommandLine.Option;

/** Which running stack a command talks to. */
final class ServerOption {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "aggregator to talk to (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private URI server;

  /**
   * @throws InputException if the address is none of a server
   */
  AggregatorClient client() {
    return client(server);
  }

  /**
   * @throws InputException if the address is none of a server
   */
  static AggregatorClient client(URI server) {
    boolean web = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
    if (!web || server.getHost() == null || server.getPort() > LAST_PORT) {
      throw new InputException(
          "--server " + server + ": possible is an address such as http://127.0.0.1:8080");
    }
    return new AggregatorClient(server, ServerAccess.to(server, System.getenv()));
  }
}
