package io.chiasm.local.stack;

import java.nio.file.Path;

/** The S3 server in a process of its own, which can be killed. */
final class StoreMain {
  private StoreMain() {}

  /** Arguments: folder, port, secret key. */
  public static void main(String[] args) throws Exception {
    try (EmbeddedStore store =
        EmbeddedStore.start(Path.of(args[0]), Integer.parseInt(args[1]), args[2])) {
      System.out.println(ServerProcess.READY + store.endpoint());
      Thread.currentThread().join();
    }
  }
}
