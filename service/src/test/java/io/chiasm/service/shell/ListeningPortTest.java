package io.chiasm.service.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListeningPortTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void aPortThatIsKnownAMomentLaterIsWaitedFor() {
    assertThat(ListeningPort.of(saying(-1, -1, 4711), LONG)).hasValue(4711);
  }

  @Test
  void noPortIsNoNumber() {
    assertThat(ListeningPort.of(saying(-1), Duration.ZERO)).isEmpty();
  }

  private static HttpServer saying(Integer... ports) {
    Iterator<Integer> next = List.of(ports).iterator();
    return new HttpServer() {
      @Override
      public int getPort() {
        return next.next();
      }

      @Override
      public int getSecurePort() {
        return -1;
      }

      @Override
      public int getManagementPort() {
        return -1;
      }

      @Override
      public URI getLocalBaseUri() {
        return URI.create("http://127.0.0.1");
      }
    };
  }
}
