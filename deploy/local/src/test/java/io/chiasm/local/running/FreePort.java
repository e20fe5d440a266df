package io.chiasm.local.running;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** For a server that must be told its port. */
public final class FreePort {
  // Below what Linux and macOS give to connections: no client takes it while its server is away.
  private static final int FIRST = 10_240;
  private static final int END = 32_768;

  // A server that was told its port may not listen yet.
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** A port of the loopback address that nobody listens on now, and nobody else was told. */
  public static int any() throws IOException {
    RandomGenerator random = RandomGenerator.getDefault();
    while (true) {
      int port = random.nextInt(FIRST, END);
      if (GIVEN.add(port) && free(port)) {
        return port;
      }
    }
  }

  private static boolean free(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }
}
