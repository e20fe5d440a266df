package io.chiasm.images.made;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A registry in memory on the loopback address, as far as pushing and pulling need one. */
public final class MadeRegistry implements AutoCloseable {
  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

  private final HttpServer server;
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();

  private MadeRegistry(HttpServer server) {
    this.server = server;
    server.createContext("/v2/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  /**
   * Starts one on a free port, with a certificate that nobody vouches for.
   *
   * @param folder for the certificate
   */
  public static MadeRegistry start(Path folder) throws Exception {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(free, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(identity(folder.resolve("registry.p12"))));
    return new MadeRegistry(server);
  }

  private static SSLContext identity(Path store) throws Exception {
    if (!Files.exists(store)) {
      Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
      String options =
          "-genkeypair -keyalg EC -alias registry -dname CN=localhost -storetype PKCS12"
              + " -storepass secret -keystore ";
      List<String> command = new ArrayList<>(List.of(options.split(" ")));
      command.add(0, keytool.toString());
      command.add(store.toString());
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  /** What stands before names of images in it. */
  public String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** Names and tags, such as {@code lab/chiasm-extractor/1}. */
  public Set<String> images() {
    Set<String> names = new TreeSet<>(manifests.keySet());
    names.removeIf(name -> name.contains("sha256:"));
    return names;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/v2/".length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.contains("/blobs/uploads/")) {
        upload(exchange, path, body);
      } else if (path.contains("/blobs/")) {
        send(exchange, Optional.ofNullable(blobs.get(last(path))), "application/octet-stream");
      } else if (path.contains("/manifests/")) {
        manifest(exchange, path.replace("/manifests/", "/"), body);
      } else {
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  /** Begins with POST, which gives the upload a number; PATCH brings the bytes, PUT their name. */
  private void upload(HttpExchange exchange, String path, byte[] body) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "POST" -> accept(exchange, path + begun.incrementAndGet());
      case "PATCH" -> {
        uploads.put(path, body);
        accept(exchange, path);
      }
      default -> {
        String digest = exchange.getRequestURI().getQuery().replace("digest=", "");
        blobs.put(digest, Objects.requireNonNull(uploads.remove(path)));
        exchange.sendResponseHeaders(201, -1);
      }
    }
  }

  private static void accept(HttpExchange exchange, String path) throws IOException {
    exchange.getResponseHeaders().add("Location", "/v2/" + path);
    exchange.sendResponseHeaders(202, -1);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void manifest(HttpExchange exchange, String name, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      manifests.put(name, body);
      manifests.put(name.substring(0, name.lastIndexOf('/') + 1) + digest(body), body);
      exchange.sendResponseHeaders(201, -1);
    } else {
      send(exchange, Optional.ofNullable(manifests.get(name)), MANIFEST);
    }
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, Optional<byte[]> content, String type)
      throws IOException {
    if (content.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().add("Content-Length", String.valueOf(content.get().length));
    }
    exchange.sendResponseHeaders(200, head ? -1 : content.get().length);
    if (!head) {
      exchange.getResponseBody().write(content.get());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
