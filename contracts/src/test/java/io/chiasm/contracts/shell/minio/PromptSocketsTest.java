package io.chiasm.contracts.shell.minio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
  private final PromptSockets sockets = new PromptSockets();

  @Test
  void everySocketSendsAtOnce() throws IOException {
    // Given
    InetAddress here = InetAddress.getLoopbackAddress();
    String name = here.getHostAddress();
    try (ServerSocket server = new ServerSocket(0, 8, here)) {
      int port = server.getLocalPort();
      // When
      try (Socket unconnected = sockets.createSocket();
          Socket byName = sockets.createSocket(name, port);
          Socket byAddress = sockets.createSocket(here, port);
          Socket fromName = sockets.createSocket(name, port, here, 0);
          Socket fromAddress = sockets.createSocket(here, port, here, 0)) {
        // Then
        assertThat(unconnected.getTcpNoDelay()).isTrue();
        assertThat(byName.getTcpNoDelay()).isTrue();
        assertThat(byAddress.getTcpNoDelay()).isTrue();
        assertThat(fromName.getTcpNoDelay()).isTrue();
        assertThat(fromAddress.getTcpNoDelay()).isTrue();
      }
    }
  }
}
