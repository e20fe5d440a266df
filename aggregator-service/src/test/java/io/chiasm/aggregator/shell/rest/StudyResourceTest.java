package io.chiasm.aggregator.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.aggregator.shell.health.Statuses;
import io.chiasm.aggregator.shell.results.Results;
import io.chiasm.aggregator.shell.study.KeptCosts;
import io.chiasm.aggregator.shell.study.StudiesBench;
import io.chiasm.aggregator.shell.study.UnknownException;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyResourceTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final InputProblems problems = new InputProblems();
  private StudiesBench bench;
  private StudyResource resource;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench = new StudiesBench(folder);
    resource =
        new StudyResource(
            bench.studies(),
            new Statuses(bench.studies(), status -> status),
            new Results(bench.store()),
            new KeptCosts(bench.store()),
            AccessBench.asksNobody());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aSubmittedStudyIsAccepted() {
    // When
    Response response = submit(StudiesBench.yaml());
    // Then
    assertThat(response.getStatus()).isEqualTo(202);
    StudyStatus status = status((String) response.getEntity());
    assertThat(status.name()).isEqualTo("made");
    assertThat(resource.list()).contains(status.study());
  }

  @Test
  void aWrongStudyFileIsRefusedNamingLineAndKey() {
    assertThatThrownBy(() -> submit(StudiesBench.yaml() + "splitt: {}\n"))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              Response answer = problems.refused(e);
              assertThat(answer.getStatus()).isEqualTo(422);
              assertThat(answer.getMediaType()).hasToString("text/plain;charset=utf-8");
              assertThat((String) answer.getEntity())
                  .startsWith("mine.yaml:5: splitt: unknown key");
            });
  }

  @Test
  void anOversizedStudyFileIsRefused() {
    assertThatThrownBy(() -> submit("#".repeat(1 << 19)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found 524288 characters; possible: at most");
  }

  @Test
  void aBaseThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> resource.submit(StudiesBench.yaml(), "mine.yaml", "a\0b"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("base: not the path of a folder");
  }

  @Test
  void aStudyThatNobodyKnowsIsNotFound() {
    assertThatThrownBy(() -> resource.status("nothing-00000000"))
        .isInstanceOfSatisfying(
            UnknownException.class,
            e -> assertThat(problems.unknown(e).getStatus()).isEqualTo(404));
    assertThatThrownBy(() -> resource.events("nothing-00000000"))
        .isInstanceOf(UnknownException.class);
    assertThatThrownBy(() -> resource.cancel("../nothing")).isInstanceOf(UnknownException.class);
    assertThatThrownBy(() -> resource.resume("")).isInstanceOf(UnknownException.class);
  }

  @Test
  void aStoreThatIsAwayIsTemporary() {
    Response answer = problems.later(new TransientException("the store is away", null));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getEntity()).isEqualTo("the store is away");
  }

  @Test
  void aResultIsSentWithItsTypeAndCagedFromTheServer() {
    // Given
    bench
        .store()
        .put(
            ObjectLayout.results("made-1").child("report.html"),
            Content.of("<p>".getBytes(StandardCharsets.UTF_8)));
    // When
    Response report = resource.result("made-1", "report.html");
    // Then
    assertThat(report.getMediaType()).hasToString("text/html;charset=utf-8");
    assertThat(report.getHeaderString("Content-Security-Policy")).contains("sandbox");
    assertThat(resource.results("made-1", List.of())).isEqualTo("[\"report.html\"]");
    assertThat(resource.results("made-1", List.of("figures/", "report")))
        .isEqualTo("[\"report.html\"]");
    assertThat(resource.results("made-1", List.of("figures/"))).isEqualTo("[]");
  }

  @Test
  void aResultOutsideTheFolderOfResultsIsNotFound() {
    for (String path : List.of("../outcome.json", "nothing.html", "a//b", "/etc/passwd")) {
      assertThatThrownBy(() -> resource.result("made-1", path))
          .isInstanceOf(UnknownException.class)
          .hasMessage("study made-1 has no result " + path);
    }
    assertThat(resource.results("../made", List.of())).isEqualTo("[]");
  }

  @Test
  void eventsEndWithTheFirstStatusThatEnded() {
    // Given
    String id = status((String) submit(StudiesBench.yaml()).getEntity()).study();
    bench.await(id, StudyState.RUNNING);
    // When
    List<StudyStatus> events =
        resource
            .events(id)
            .map(StudyResourceTest::status)
            .onItem()
            .invoke(bench::encodeAll)
            .collect()
            .asList()
            .await()
            .atMost(PATIENCE);
    // Then
    assertThat(events).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(events.get(0).state()).isEqualTo(StudyState.RUNNING);
    assertThat(events.get(events.size() - 1).state()).isEqualTo(StudyState.COMPLETED);
    assertThat(events.subList(0, events.size() - 1)).noneMatch(e -> e.state().ended());
  }

  private Response submit(String yaml) {
    return resource.submit(yaml, "mine.yaml", bench.folder().toString());
  }

  private static StudyStatus status(String json) {
    return Json.read(json.getBytes(StandardCharsets.UTF_8), StudyStatus.class, "event");
  }
}
