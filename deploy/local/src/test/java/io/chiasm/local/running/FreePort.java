package io.chiasm.local.running;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For a server that must be told its port. */
public final class FreePort {
  private FreePort() {}

  /** A port of the loopback address that nobody listens on now. */
  public static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
