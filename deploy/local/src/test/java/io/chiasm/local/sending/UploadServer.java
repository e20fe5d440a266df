package io.chiasm.local.sending;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chiasm.aggregator.shell.study.Starts;
import io.chiasm.aggregator.shell.upload.NonceFile;
import io.chiasm.aggregator.shell.upload.Uploads;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.DiskProof;
import io.chiasm.contracts.upload.ServerFacts;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.contracts.upload.UploadedFile;
import io.chiasm.local.client.AggregatorClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The aggregator's real handling of uploads behind a plain HTTP server. */
final class UploadServer implements AutoCloseable {
  final MemoryStore store = new MemoryStore("chiasm");
  final List<String> submitted = Collections.synchronizedList(new ArrayList<>());
  final AtomicLong bytes = new AtomicLong();

  /** Chunks after this many are refused with this status. */
  volatile int patience = Integer.MAX_VALUE;

  volatile int status = 422;
  volatile boolean elsewhere = true;
  volatile Runnable onChunk = () -> {};
  UploadLimits limits = new UploadLimits(true, 1L << 30, 1L << 30);

  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final NonceFile disk = new NonceFile();

  UploadServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  AggregatorClient client() {
    return new AggregatorClient(URI.create("http://127.0.0.1:" + http.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body;
      int code = 200;
      try {
        body = answer(exchange.getRequestURI().getPath(), exchange);
      } catch (InputException e) {
        code = 422;
        body = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      } catch (Refusal e) {
        code = status;
        body = "no more".getBytes(StandardCharsets.UTF_8);
      }
      exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private byte[] answer(String path, HttpExchange exchange) throws IOException {
    Uploads uploads = new Uploads(store, limits, 1L << 40, new Starts());
    if (path.equals("/server")) {
      DiskProof proof = elsewhere ? new DiskProof("/nowhere/at/all", "0") : disk.proof();
      return Json.write(new ServerFacts("1", Chunk.MOST_BYTES, limits, proof, null));
    }
    if (path.startsWith("/uploads/chunks/")) {
      synchronized (this) {
        if (patience-- <= 0) {
          throw new Refusal();
        }
      }
      onChunk.run();
      String name = path.substring("/uploads/chunks/".length());
      uploads.put(name, exchange.getRequestBody());
      bytes.addAndGet(Chunk.parse(name).orElseThrow().bytes());
      return new byte[0];
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    return switch (path) {
      case "/uploads/missing" ->
          Json.write(uploads.missing(Arrays.asList(Json.read(body, String[].class, "test"))));
      case "/uploads/trees" -> Json.write(uploads.add(Json.read(body, UploadedFile.class, "test")));
      case "/studies" -> {
        submitted.add(new String(body, StandardCharsets.UTF_8));
        yield "{\"study\":\"mine-1\",\"name\":\"mine\",\"state\":\"RUNNING\",\"stages\":[],\"reasons\":[],\"warnings\":[],\"waiting\":[]}"
            .getBytes(StandardCharsets.UTF_8);
      }
      default -> throw new InputException("no such route " + path);
    };
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    disk.close();
  }
}
