package io.chiasm.networks.shell;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Fetches one file; what arrived stays when a fetch breaks off, and the next goes on from there.
 */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final int BUFFER = 1 << 16;

  private final URI from;
  private final Path part;
  private final long limit;

  /**
   * A file on the web.
   *
   * @param part where it is put while it is incomplete
   * @param limit bytes that it may have
   */
  Download(URI from, Path part, long limit) {
    this.from = from;
    this.part = part;
    this.limit = limit;
  }

  /**
   * Fetches what is missing.
   *
   * @throws InputException if the server does not give the file
   * @throws IOException if it breaks off
   */
  void run() throws IOException, InterruptedException {
    long there = Files.exists(part) ? Files.size(part) : 0;
    HttpResponse<InputStream> response = ask(there);
    try (InputStream in = response.body()) {
      switch (response.statusCode()) {
        case OK -> keep(in, 0);
        case PARTIAL -> keep(in, there);
        case NOT_SATISFIABLE -> {} // All of it is there; the hash tells whether that is right.
        default ->
            throw new InputException(
                from + ": answered " + response.statusCode() + " where a file is needed");
      }
    }
  }

  private HttpResponse<InputStream> ask(long there) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder().followRedirects(Redirect.NORMAL).connectTimeout(CONNECT).build();
    HttpRequest.Builder request = HttpRequest.newBuilder(from);
    if (there > 0) {
      request.header("Range", "bytes=" + there + "-");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private void keep(InputStream in, long from) throws IOException {
    StandardOpenOption mode =
        from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    long kept = from;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        kept += read;
        if (kept > limit) {
          throw new InputException(
              this.from + ": gives more than the " + limit + " bytes that these weights can have");
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
