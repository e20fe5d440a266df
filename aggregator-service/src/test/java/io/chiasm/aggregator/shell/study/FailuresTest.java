package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.study.testing.CountingStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static final String STUDY = "made-1";
  private static final Duration HOUR = Duration.ofHours(1);

  private final CountingStore store = new CountingStore(new MemoryStore("made"));
  private final Failures failures = new Failures(new StudyObjects(store), STUDY);

  @Test
  void aFailureIsReadOnceAndAskedForOnlyWithNews() {
    // Given
    fail("one", "no JPEG");
    failures.look(HOUR);
    fail("two", "constant");
    // When
    int before = failures.look(HOUR).size();
    int lists = store.lists();
    failures.touch();
    int after = failures.look(HOUR).size();
    failures.look(HOUR);
    // Then
    assertThat(before).isEqualTo(1);
    assertThat(after).isEqualTo(2);
    assertThat(store.lists()).isEqualTo(lists + 1);
    assertThat(store.opens()).isEqualTo(2);
  }

  @Test
  void withoutNewsTheyAreLookedAtAfterAWhileAllTheSame() {
    // Given
    failures.look(HOUR);
    fail("one", "no JPEG");
    // When, then
    assertThat(failures.look(Duration.ZERO)).containsOnlyKeys("one");
  }

  @Test
  void aTaskThatFailedAgainHasItsNewReason() {
    // Given
    fail("one", "no JPEG");
    failures.look(HOUR);
    store.delete(ObjectLayout.failure(STUDY, "one"));
    fail("one", "constant");
    // When
    failures.forget();
    // Then
    assertThat(failures.look(HOUR).values())
        .extracting(FailureDocument::reason)
        .containsExactly("constant");
  }

  private void fail(String task, String reason) {
    store.put(
        ObjectLayout.failure(STUDY, task),
        Content.of(Json.write(new FailureDocument(task, "encoding-tasks", reason))));
  }
}
