package io.chiasm.local.stack;

import java.nio.file.Path;

/** The embedded stack's S3 server alone, for bench/backlog: ends with its standard input. */
public final class StoreServer {
  private StoreServer() {}

  /** Argument: the folder of its objects. Prints endpoint, access key and secret key. */
  public static void main(String[] args) throws Exception {
    try (EmbeddedStore store = EmbeddedStore.start(Path.of(args[0]))) {
      System.out.printf(
          "%s %s %s%n", store.endpoint(), EmbeddedStore.accessKey(), store.secretKey());
      int unused = System.in.read();
    }
    Runtime.getRuntime().halt(0);
  }
}
