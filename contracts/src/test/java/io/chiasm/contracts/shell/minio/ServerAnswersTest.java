package io.chiasm.contracts.shell.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Backoff;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of servers that are full, busy, broken, or no object store at all. */
class ServerAnswersTest {
  private static final ObjectKey KEY = new ObjectKey("a/b");
  private static final RetryPolicy QUICK =
      new RetryPolicy(
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)), Duration.ofSeconds(30));

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();

  ServerAnswersTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "507, XMinioStorageFull, Storage backend has reached its minimum free drive threshold.",
    "507, InsufficientStorage, There is not enough space to finish the request",
    "503, SlowDown, Please reduce your request rate",
    "500, InternalError, No space left on device",
    "429, TooManyRequests, Too many requests",
    "400, RequestTimeout, Your socket connection was idle"
  })
  void passingTroubleIsRetriedAndKeepsTheServersWords(int status, String code, String words) {
    // Given
    answer(status, "application/xml", xml(code, words));
    // Then
    try (MinioStore store = MinioStore.connect(settings())) {
      assertThatThrownBy(() -> store.put(KEY, Content.of(new byte[1])))
          .isInstanceOf(TransientException.class)
          .hasMessageContaining(settings().endpoint().toString())
          .hasMessageContaining("put a/b")
          .hasMessageContaining(code + ": " + words);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, check access key",
    "403, SignatureDoesNotMatch, check access key",
    "404, NoSuchBucket, no bucket 'study'",
    "400, InvalidRequest, HTTP 400"
  })
  void lastingTroubleIsTheUsersToMend(int status, String code, String hint) {
    // Given
    answer(status, "application/xml", xml(code, "words"));
    // Then
    try (MinioStore store = MinioStore.connect(settings())) {
      assertThatThrownBy(() -> store.put(KEY, Content.of(new byte[1])))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(hint);
    }
  }

  @Test
  void aWebPageIsNoObjectStore() {
    // Given
    answer(404, "text/html", "<html>no such page</html>");
    // Then
    try (MinioStore store = MinioStore.connect(settings())) {
      assertThatThrownBy(() -> store.list(KEY))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("check host and port");
    }
  }

  @Test
  void theErrorPageOfAProxyPasses() {
    // Given
    answer(502, "text/html", "<html>bad gateway</html>");
    // Then
    try (MinioStore store = MinioStore.connect(settings())) {
      assertThatThrownBy(() -> store.list(KEY))
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("502");
      assertThatThrownBy(() -> store.stat(KEY))
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("HTTP 502");
    }
  }

  @Test
  void anObjectWhoseDigestIsNoneIsDamaged() {
    // Given
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("x-amz-meta-sha256", "not-a-digest");
          exchange.sendResponseHeaders(200, isBucketHead(exchange) ? -1 : 1);
          exchange.getResponseBody().write(isBucketHead(exchange) ? new byte[0] : new byte[1]);
          exchange.close();
        });
    // Then
    try (MinioStore store = MinioStore.connect(settings())) {
      assertThatThrownBy(() -> store.open(KEY))
          .isInstanceOf(DamagedObjectException.class)
          .hasMessageContaining("object a/b: expected sha256")
          .hasMessageContaining("found not-a-digest");
    }
  }

  @Test
  void theClientItselfDoesNotRetry() {
    // Given
    answer(503, "application/xml", xml("SlowDown", "later"));
    try (MinioStore store = MinioStore.connect(settings())) {
      requests.set(0);
      // When
      assertThatThrownBy(() -> store.list(KEY)).isInstanceOf(TransientException.class);
    }
    // Then
    assertThat(requests).hasValue(1);
  }

  @Test
  void aTruncatedBodyIsFetchedAgainFromWhereItBroke() throws IOException {
    // Given an object whose first two downloads end after 100,000 bytes
    byte[] bytes = new byte[300_000];
    new Random(5).nextBytes(bytes);
    serve(bytes, 2, 100_000);
    // When
    try (StoreConnection connection = OpenedStore.open(settings(), QUICK);
        InputStream in = connection.store().open(KEY)) {
      // Then
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void withoutRetriesATruncatedBodyIsAPassingFailure() throws IOException {
    // Given
    serve(new byte[300_000], 1, 100_000);
    // Then
    try (MinioStore store = MinioStore.connect(settings());
        InputStream in = store.open(KEY)) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(TransientException.class)
          .hasMessageContaining("get a/b");
    }
  }

  /** AWS refuses us-east-1 as the location of a new bucket, by that name. */
  @ParameterizedTest
  @CsvSource({"us-east-1, false", "eu-central-1, true"})
  void aNewBucketNamesItsRegionUnlessItIsTheFirst(String region, boolean named) {
    // Given a server without the bucket
    List<String> made = new CopyOnWriteArrayList<>();
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          boolean head = exchange.getRequestMethod().equals("HEAD");
          if (!head) {
            made.add(new String(body, StandardCharsets.UTF_8));
          }
          exchange.sendResponseHeaders(head ? 404 : 200, -1);
          exchange.close();
        });
    StoreSettings usual = settings();
    // When
    MinioStore.connect(
            new StoreSettings(
                usual.endpoint(), "study", usual.accessKey(), usual.secretKey(), region))
        .close();
    // Then
    assertThat(made).hasSize(1);
    assertThat(made.get(0).contains("<LocationConstraint>" + region)).isEqualTo(named);
    assertThat(made.get(0).isEmpty()).isEqualTo(!named);
  }

  /** The bucket is there; everything else is answered so. */
  private void answer(int status, String type, String body) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          if (isBucketHead(exchange)) {
            exchange.sendResponseHeaders(200, -1);
          } else {
            exchange.getResponseHeaders().add("Content-Type", type);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
            exchange.getResponseBody().write(head ? new byte[0] : bytes);
          }
          exchange.close();
        });
  }

  private void serve(byte[] bytes, int brokenDownloads, int breakAfter) {
    AtomicInteger downloads = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Last-Modified", "Mon, 23 Nov 2026 09:00:00 GMT");
          if (isBucketHead(exchange)) {
            exchange.sendResponseHeaders(200, -1);
          } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(200, -1);
          } else {
            exchange.sendResponseHeaders(200, bytes.length);
            boolean broken = downloads.incrementAndGet() <= brokenDownloads;
            exchange.getResponseBody().write(bytes, 0, broken ? breakAfter : bytes.length);
            exchange.getResponseBody().flush();
          }
          exchange.close();
        });
  }

  private static boolean isBucketHead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD")
        && exchange.getRequestURI().getPath().matches("/study/?");
  }

  private static String xml(String code, String message) {
    return "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>"
        .formatted(code, message);
  }

  private StoreSettings settings() {
    return EmbeddedS3.settings(server.getAddress().getPort(), "study");
  }
}
