package io.chiasm.local.faults;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before an S3 server, notes what is written, and answers as a server in trouble does.
 * Signatures cover the host's name, which is therefore passed on: the virtual machine must allow
 * that ({@code jdk.httpclient.allowRestrictedHeaders=host}).
 */
final class StoreFront implements AutoCloseable {
  /** How it does. */
  enum Health {
    WELL,
    /** Each answer comes two seconds late. */
    SLOW,
    /** Every request is answered by 503. */
    UNAVAILABLE,
    /** Bodies end in their middle. */
    CUT_SHORT,
    /** One byte of each body is another. */
    WRONG_BYTES
  }

  private static final Duration LATE = Duration.ofSeconds(2);
  private static final Pattern OBJECT = Pattern.compile("/chiasm/([^?]+)");

  /** Shorter answers are lists and errors, which no digest protects. */
  private static final int LONG = 200;

  private static final List<String> OWN =
      List.of("connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpServer front;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Ledger ledger = new Ledger();
  private final AtomicInteger troubled = new AtomicInteger();
  private volatile Health health = Health.WELL;

  /**
   * @param server port of the S3 server
   */
  StoreFront(int server) throws IOException {
    this.server = URI.create("http://127.0.0.1:" + server);
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    front.createContext("/", this::answer);
    front.setExecutor(workers);
    front.start();
  }

  int port() {
    return front.getAddress().getPort();
  }

  Ledger ledger() {
    return ledger;
  }

  void set(Health next) {
    health = next;
  }

  /** How many requests were answered in trouble. */
  int troubled() {
    return troubled.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Health now = health;
      if (now != Health.WELL) {
        troubled.incrementAndGet();
      }
      if (now == Health.UNAVAILABLE) {
        refuse(exchange);
        return;
      }
      if (now == Health.SLOW) {
        Thread.sleep(LATE.toMillis());
      }
      HttpResponse<byte[]> real = http.send(request(exchange, body), BodyHandlers.ofByteArray());
      note(exchange, real.statusCode());
      pass(exchange, real, now);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    byte[] words =
        "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>busy</Message></Error>"
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(503, head ? -1 : words.length);
    if (!head) {
      exchange.getResponseBody().write(words);
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (OWN.stream().noneMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  /** Of an object that was sent in one piece; larger ones do not occur in small studies. */
  private void note(HttpExchange exchange, int status) {
    Matcher object = OBJECT.matcher(exchange.getRequestURI().getRawPath());
    if (exchange.getRequestMethod().equals("PUT") && status == 200 && object.matches()) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-amz-meta-sha256"))
          .ifPresent(sha256 -> ledger.wrote(object.group(1), sha256));
    }
  }

  private static void pass(HttpExchange exchange, HttpResponse<byte[]> real, Health now)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    real.headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.equals("content-length") || !OWN.contains(name)) {
                headers.put(name, values);
              }
            });
    byte[] body = real.body();
    if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
      exchange.sendResponseHeaders(real.statusCode(), -1);
      return;
    }
    boolean content = real.statusCode() < 300 && body.length > LONG;
    if (now == Health.WRONG_BYTES && content) {
      body[body.length / 2] ^= 1;
    }
    exchange.sendResponseHeaders(real.statusCode(), body.length);
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, now == Health.CUT_SHORT && content ? body.length / 2 : body.length);
    out.flush();
  }

  @Override
  public void close() {
    front.stop(0);
    workers.shutdownNow();
  }
}
