package io.chiasm.local.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network connection between clients and a server of this machine that can be cut. */
final class Wire implements AutoCloseable {
  /** What becomes of bytes. */
  enum State {
    WHOLE,
    /** Connections are refused, and those that there are end. */
    CUT,
    /** Connections are taken, but nothing comes through: packets are lost. */
    SILENT,
    /** The server hears, but what it answers is lost. */
    ONE_WAY
  }

  private final ServerSocket front;
  private final int server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  /**
   * @param server port of the server
   */
  Wire(int server) throws IOException {
    this.server = server;
    front = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    begin(this::accept);
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  /** Port for clients. */
  int port() {
    return front.getLocalPort();
  }

  synchronized void set(State next) {
    state = next;
    // Packets that were held back would come late and out of date: connections begin anew.
    open.forEach(Wire::close);
    open.clear();
    notifyAll();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = front.accept();
        if (state == State.CUT) {
          client.setSoLinger(true, 0);
          close(client);
        } else {
          join(client);
        }
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void join(Socket client) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
      // Small packets would wait for an acknowledgement that comes 40 ms late.
      client.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      open.add(client);
      open.add(far);
      begin(() -> pump(client, far, Set.of(State.WHOLE, State.ONE_WAY)));
      begin(() -> pump(far, client, Set.of(State.WHOLE)));
    } catch (IOException e) {
      close(client);
    }
  }

  private void pump(Socket from, Socket to, Set<State> passing) {
    byte[] buffer = new byte[64 << 10];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (passing.contains(state)) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // The other side ended it.
    }
    open.remove(from);
    open.remove(to);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    front.close();
    set(State.CUT);
  }
}
