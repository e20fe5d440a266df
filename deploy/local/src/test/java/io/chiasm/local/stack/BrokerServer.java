package io.chiasm.local.stack;

import java.nio.file.Path;

/** The embedded stack's broker alone, in a process that ends with its standard input. */
final class BrokerServer {
  private BrokerServer() {}

  /**
   * Says where it is.
   *
   * @param args its folder, the port that it listens on, the port that clients are told
   */
  public static void main(String[] args) throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(
            Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
      System.out.println(ServerProcess.READY + broker.bootstrap());
      int unused = System.in.read();
    }
    Runtime.getRuntime().halt(0);
  }
}
