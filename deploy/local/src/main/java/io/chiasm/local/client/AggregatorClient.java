package io.chiasm.local.client;

import io.chiasm.aggregator.health.Letter;
import io.chiasm.aggregator.health.LetterText;
import io.chiasm.aggregator.health.Pipeline;
import io.chiasm.aggregator.progress.StudyStatus;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.shell.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Talks to an aggregator. */
public final class AggregatorClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public AggregatorClient(URI server) {
    this.server = server;
  }

  /**
   * Submits a study file.
   *
   * @return the study's id
   * @throws InputException with the server's words if the file is wrong
   */
  public String submit(Path file) {
    try {
      String query =
          "?source=" + encode(file.toString()) + "&base=" + encode(base(file).toString());
      HttpRequest request =
          request("/studies" + query)
              .header("Content-Type", "application/yaml")
              .POST(BodyPublishers.ofFile(file))
              .build();
      return Json.read(send(request), StudyStatus.class, "the server").study();
    } catch (IOException e) {
      throw new InputException(file + ": no such study file, or it cannot be read", e);
    }
  }

  /** Every study known to the server. */
  public List<StudyStatus> list() {
    byte[] answer = send(request("/studies").GET().build());
    return Arrays.asList(Json.read(answer, StudyStatus[].class, "the server"));
  }

  public StudyStatus status(String study) {
    byte[] answer = send(request("/studies/" + encode(study)).GET().build());
    return Json.read(answer, StudyStatus.class, "the server");
  }

  public void cancel(String study) {
    send(request("/studies/" + encode(study) + "/cancel").POST(BodyPublishers.noBody()).build());
  }

  public void resume(String study) {
    send(request("/studies/" + encode(study) + "/resume").POST(BodyPublishers.noBody()).build());
  }

  /** Topics and workers. */
  public Pipeline pipeline() {
    byte[] answer = send(request("/topics").GET().build());
    return Json.read(answer, Pipeline.class, "the server");
  }

  /** The dead letters, the newest first. */
  public List<Letter> letters() {
    byte[] answer = send(request("/dead-letters").GET().build());
    return Arrays.asList(Json.read(answer, Letter[].class, "the server"));
  }

  /** One dead letter with the event that failed. */
  public LetterText letter(String id) {
    byte[] answer = send(request("/dead-letters/" + encode(id)).GET().build());
    return Json.read(answer, LetterText.class, "the server");
  }

  /** Tries the task of a dead letter again. */
  public Letter replay(String id) {
    return handle(id, "replay");
  }

  /** Notes that a dead letter needs nothing. */
  public Letter discard(String id) {
    return handle(id, "discard");
  }

  private Letter handle(String id, String how) {
    String path = "/dead-letters/" + encode(id) + "/" + how;
    byte[] answer = send(request(path).POST(BodyPublishers.noBody()).build());
    return Json.read(answer, Letter.class, "the server");
  }

  /**
   * Copies all results of a study into a folder, where they replace an earlier study's as soon as
   * all are there.
   *
   * @throws InputException if the folder cannot be written to
   */
  public void download(String study, OutputFolder folder) {
    String results = "/studies/" + encode(study) + "/results";
    byte[] answer = send(request(results).GET().build());
    try {
      for (String path : Json.read(answer, String[].class, "the server")) {
        if (!folder.place(path).normalize().startsWith(folder.path().normalize())) {
          throw new InputException("the server names a result outside the folder: " + path);
        }
        copy(results + "/" + path, folder.temporary(path));
      }
      folder.complete();
    } catch (IOException e) {
      throw OutputFolder.cannotWrite(folder.path(), e);
    }
  }

  private void copy(String from, Path part) throws IOException {
    HttpResponse<InputStream> response =
        exchange(request(from).GET().build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new TransientException(from + ": status " + response.statusCode(), null);
      }
      Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
  }

  private byte[] send(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    String words = new String(response.body(), StandardCharsets.UTF_8).strip();
    if (response.statusCode() / 100 == 4) {
      throw new InputException(words.isEmpty() ? request.uri() + ": not found" : words);
    }
    throw new TransientException(
        server + " answered with status " + response.statusCode() + ": " + words, null);
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new TransientException(
          "no aggregator answers at " + server + " (" + e + "); 'chiasm up' starts one here", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted", e);
    }
  }

  private static Path base(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
