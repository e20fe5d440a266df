package io.chiasm.local.client;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.ServerFacts;
import io.chiasm.contracts.upload.UploadedFile;
import io.chiasm.report.writing.file.ResultFile;
import io.chiasm.study.estimate.MachineCosts;
import io.chiasm.study.estimate.StudyTimes;
import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterText;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.keeping.GcReport;
import io.chiasm.study.progress.StudyStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Talks to an aggregator. */
public final class AggregatorClient {
  /** A store with millions of objects takes minutes to list. */
  private static final Duration LISTING = Duration.ofMinutes(30);

  /** For 8 MiB at 130 kbit/s. */
  private static final Duration SLOW_LINE = Duration.ofMinutes(10);

  private static final String SUMMARY = "summary.txt";

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

  /**
   * Submits a study that names no file of this machine.
   *
   * @param source name of the user's study file, for messages
   * @return the study's id
   * @throws InputException with the server's words if it is wrong
   */
  public String submit(String yaml, String source) {
    HttpRequest request =
        server
            .request("/studies?source=" + Server.encode(source))
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(yaml))
            .build();
    return Json.read(server.send(request), StudyStatus.class, "the server").study();
  }

  /** What the server says of itself. */
  public ServerFacts facts() {
    byte[] answer = server.send(server.request("/server").GET().build());
    return Json.read(answer, ServerFacts.class, "the server");
  }

  /** Of these chunks, those that the server does not have. */
  public List<String> missing(List<String> chunks) {
    byte[] answer = server.send(json("/uploads/missing", chunks));
    return Arrays.asList(Json.read(answer, String[].class, "the server"));
  }

  /** Sends a chunk of a file. */
  public void send(Chunk chunk, byte[] bytes) {
    server.send(
        server
            .request("/uploads/chunks/" + chunk.name())
            .timeout(SLOW_LINE)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(bytes))
            .build());
  }

  /**
   * Makes files of chunks that were sent.
   *
   * @param description the list of files, itself sent as chunks
   * @return the files' name in study files
   */
  public String makeTree(UploadedFile description) {
    return Json.read(server.send(json("/uploads/trees", description)), String.class, "the server");
  }

  private HttpRequest json(String path, Object body) {
    return server
        .request(path)
        .timeout(SLOW_LINE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Json.write(body)))
        .build();
  }

  /** The results of a study with their sizes and digests. */
  public List<ResultFile> resultFiles(String study) {
    String path = "/studies/" + Server.encode(study) + "/result-files";
    byte[] answer = server.send(server.request(path).timeout(SLOW_LINE).GET().build());
    return Arrays.asList(Json.read(answer, ResultFile[].class, "the server"));
  }

  /** The summary of a study that ended; empty if it came to none. */
  public Optional<String> summary(String study) {
    boolean there = resultFiles(study).stream().anyMatch(f -> f.path().equals(SUMMARY));
    String path = "/studies/" + Server.encode(study) + "/results/" + SUMMARY;
    return there
        ? Optional.of(
            new String(server.send(server.request(path).GET().build()), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /**
   * Copies one result into a file.
   *
   * @return what came
   */
  public ObjectStat fetch(String study, String result, Path into) {
    try {
      copy("/studies/" + Server.encode(study) + "/results/" + result, into);
      return Sha256.of(Files.newInputStream(into));
    } catch (FileSystemException e) {
      throw new InputException("cannot write " + Reason.withFile(e), e);
    } catch (IOException e) {
      throw new TransientException(result + ": the transfer broke off (" + e.getMessage() + ")", e);
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

  /** What studies took, by kind of machine. */
  public List<MachineCosts> costs() {
    byte[] answer = server.send(server.request("/costs").GET().build());
    return Arrays.asList(Json.read(answer, MachineCosts[].class, "the server"));
  }

  /** What a study that completed took. */
  public StudyTimes times(String study) {
    String path = "/studies/" + Server.encode(study) + "/times";
    return Json.read(
        server.send(server.request(path).GET().build()), StudyTimes.class, "the server");
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
