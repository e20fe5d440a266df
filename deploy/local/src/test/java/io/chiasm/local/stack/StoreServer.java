package io.chiasm.local.stack;

import java.nio.file.Path;

/** The embedded stack's S3 server alone, in a process that ends with its standard input. */
public final class StoreServer {
  private StoreServer() {}

  /**
   * Says where it is, with access key and secret key.
   *
   * @param args the folder of its objects; port and secret key, which are of its choosing otherwise
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (EmbeddedStore store =
        args.length == 1
            ? EmbeddedStore.start(folder)
            : EmbeddedStore.start(folder, Integer.parseInt(args[1]), args[2])) {
      System.out.printf(
          "%s%s %s %s%n",
          ServerProcess.READY, store.endpoint(), EmbeddedStore.accessKey(), store.secretKey());
      int unused = System.in.read();
    }
    Runtime.getRuntime().halt(0);
  }
}
