package io.chiasm.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Sockets bound to ports of the system's choosing, which the broker takes over by listener. It must
 * name its ports before it binds them; bound here first, nobody else can take them in between.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {
  private final Map<String, ServerSocketChannel> sockets = new TreeMap<>();

  /**
   * Binds a socket on the loopback address and returns its port.
   *
   * @param port 0 for any free one
   */
  int bind(String listener, int port) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    sockets.put(listener, socket);
    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    return socket.socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel socket = sockets.get(listener);
    if (socket == null || socket.socket().getLocalPort() != address.getPort()) {
      throw new IOException("no socket was bound for " + listener + " at " + address);
    }
    socket.configureBlocking(false);
    return socket;
  }

  /** Closes what the broker did not take over; closing twice is nothing. */
  @Override
  public void close() throws IOException {
    for (ServerSocketChannel socket : sockets.values()) {
      socket.close();
    }
  }
}
