package io.chiasm.local.client;

import io.chiasm.aggregator.health.Letter;
import io.chiasm.aggregator.health.LetterText;
import io.chiasm.aggregator.health.Pipeline;
import io.chiasm.aggregator.keeping.GcReport;
import io.chiasm.aggregator.progress.StudyStatus;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.folder.OutputFolder;
import io.chiasm.contracts.shell.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Talks to an aggregator. */
public final class AggregatorClient {
  /** A store with millions of objects takes minutes to list. */
  private static final Duration LISTING = Duration.ofMinutes(30);

  private final Server server;

  /** A server that asks nobody who they are, such as the embedded one. */
  public AggregatorClient(URI address) {
    this(address, ServerAccess.NONE);
  }

  public AggregatorClient(URI address, ServerAccess access) {
    this.server = new Server(address, access);
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
          "?source="
              + Server.encode(file.toString())
              + "&base="
              + Server.encode(base(file).toString());
      HttpRequest request =
          server
              .request("/studies" + query)
              .header("Content-Type", "application/yaml")
              .POST(BodyPublishers.ofFile(file))
              .build();
      return Json.read(server.send(request), StudyStatus.class, "the server").study();
    } catch (IOException e) {
      throw new InputException(file + ": no such study file, or it cannot be read", e);
    }
  }

  /** Every study known to the server. */
  public List<StudyStatus> list() {
    byte[] answer = server.send(server.request("/studies").GET().build());
    return Arrays.asList(Json.read(answer, StudyStatus[].class, "the server"));
  }

  public StudyStatus status(String study) {
    byte[] answer = server.send(server.request("/studies/" + Server.encode(study)).GET().build());
    return Json.read(answer, StudyStatus.class, "the server");
  }

  public void cancel(String study) {
    server.send(
        server
            .request("/studies/" + Server.encode(study) + "/cancel")
            .POST(BodyPublishers.noBody())
            .build());
  }

  public void resume(String study) {
    server.send(
        server
            .request("/studies/" + Server.encode(study) + "/resume")
            .POST(BodyPublishers.noBody())
            .build());
  }

  /** Forgets a study that ended, and its results. */
  public void delete(String study) {
    server.send(server.request("/studies/" + Server.encode(study)).DELETE().build());
  }

  /**
   * Deletes what no kept study refers to, however long it takes.
   *
   * @param olderThan least age, such as {@code 30d}
   * @param dryRun only asks what would go
   */
  public GcReport collect(String olderThan, boolean dryRun) {
    String path = "/gc?older-than=" + Server.encode(olderThan) + "&dry-run=" + dryRun;
    List<GcReport> reports = new ArrayList<>();
    do {
      byte[] answer =
          server.send(server.request(path).timeout(LISTING).POST(BodyPublishers.noBody()).build());
      reports.add(Json.read(answer, GcReport.class, "the server"));
    } while (reports.get(reports.size() - 1).more());
    return GcReport.together(reports);
  }

  /** Topics and workers. */
  public Pipeline pipeline() {
    byte[] answer = server.send(server.request("/topics").GET().build());
    return Json.read(answer, Pipeline.class, "the server");
  }

  /** The dead letters, the newest first. */
  public List<Letter> letters() {
    byte[] answer = server.send(server.request("/dead-letters").GET().build());
    return Arrays.asList(Json.read(answer, Letter[].class, "the server"));
  }

  /** One dead letter with the event that failed. */
  public LetterText letter(String id) {
    byte[] answer = server.send(server.request("/dead-letters/" + Server.encode(id)).GET().build());
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
    String path = "/dead-letters/" + Server.encode(id) + "/" + how;
    byte[] answer = server.send(server.request(path).POST(BodyPublishers.noBody()).build());
    return Json.read(answer, Letter.class, "the server");
  }

  /**
   * Copies all results of a study into a folder, where they replace an earlier study's as soon as
   * all are there.
   *
   * @throws InputException if the folder cannot be written to
   */
  public void download(String study, OutputFolder folder) {
    String results = "/studies/" + Server.encode(study) + "/results";
    byte[] answer = server.send(server.request(results).GET().build());
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
        server.exchange(server.request(from).GET().build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw server.refusal(response.statusCode(), from, "");
      }
      Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path base(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? Path.of("/") : parent;
  }
}
