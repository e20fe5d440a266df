package io.chiasm.local.stack;

import java.nio.file.Path;

/** The broker in a process of its own, which can be killed. */
final class BrokerMain {
  private BrokerMain() {}

  /** Arguments: folder, port that it listens on, port that clients are told. */
  public static void main(String[] args) throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(
            Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]))) {
      System.out.println(ServerProcess.READY + broker.bootstrap());
      Thread.currentThread().join();
    }
  }
}
