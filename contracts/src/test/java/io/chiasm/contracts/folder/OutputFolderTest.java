package io.chiasm.contracts.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private final Path folder;

  OutputFolderTest(@TempDir Path temporary) {
    this.folder = temporary.resolve("results/of/this");
  }

  @Test
  void theLastRunsFilesReplaceAnEarlierOnesAndNobodyElses() throws IOException {
    // Given
    run("extract", "a.npy", "deep/down/b.npy", "table.csv");
    run("encode", "score.npy");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    // When
    run("extract", "c.npy", "table.csv");
    // Then
    assertThat(files()).containsExactly("c.npy", "notes.txt", "score.npy", "table.csv");
    assertThat(folder.resolve("deep")).doesNotExist();
  }

  @Test
  void anEarlierRunsFilesStayWholeUntilTheNewOnesAreComplete() throws IOException {
    run("extract", "a.npy", "table.csv");
    try (OutputFolder failing = OutputFolder.take(folder, "extract")) {
      Files.writeString(failing.temporary("a.npy"), "half");
      Files.writeString(failing.temporary("new/b.npy"), "half");
    }
    assertThat(files()).containsExactly("a.npy", "table.csv");
    assertThat(folder.resolve("a.npy")).hasContent("extract a.npy");
    run("extract", "c.npy");
    assertThat(files()).containsExactly("c.npy");
  }

  @Test
  void namesThatAreNoneAreLeftAsideInARecord() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(FolderRecord.NAME), "extract\ta\0b\nextract\t\nextract\t/\n");
    run("extract", "b.npy");
    assertThat(files()).containsExactly("b.npy");
  }

  @Test
  void whatAKilledRunLeftBehindGoes() throws IOException {
    // Given the record and a half file of a run that never came to its end
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(FolderRecord.NAME), "extract\ta.npy\n");
    Files.writeString(folder.resolve(".a.npy.part"), "half");
    Files.writeString(folder.resolve(".a.npy.part.part"), "half");
    // When
    run("extract", "b.npy");
    // Then
    assertThat(files()).containsExactly("b.npy");
  }

  @Test
  void theSecondAtATimeIsRefused() throws IOException {
    try (OutputFolder held = OutputFolder.take(folder, "extract")) {
      assertThatThrownBy(() -> OutputFolder.take(folder, "encode"))
          .isInstanceOf(InputException.class)
          .hasMessage(
              "another chiasm writes to " + folder + ": wait for it, or name another folder");
      Files.writeString(held.temporary("a"), "");
      held.complete();
    }
    run("encode", "b");
    assertThat(files()).containsExactly("a", "b");
  }

  @Test
  void aFolderWithoutResultsIsLeftEmpty() {
    try (OutputFolder held = OutputFolder.take(folder, "extract")) {
      assertThat(held.path()).isEqualTo(folder);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.createFile(folder);
    assertThatThrownBy(() -> OutputFolder.take(folder, "extract"))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot write to " + folder + ": " + folder + " is a file, not a folder");
    Path below = folder.resolve("below");
    assertThatThrownBy(() -> OutputFolder.take(below, "extract"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("cannot write to " + below + ": ");
  }

  @Test
  void aRecordThatNamesFilesElsewhereTakesNothingAwayThere() throws IOException {
    Files.createDirectories(folder);
    Path outside = Files.writeString(folder.resolveSibling("outside"), "mine");
    Files.writeString(folder.resolve(FolderRecord.NAME), "extract\t../outside\n");
    run("extract", "a");
    assertThat(outside).exists();
  }

  private void run(String command, String... names) throws IOException {
    try (OutputFolder taken = OutputFolder.take(folder, command)) {
      for (String name : names) {
        Files.writeString(taken.temporary(name), command + " " + name);
      }
      taken.complete();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.equals(FolderRecord.NAME))
          .sorted()
          .toList();
    }
  }

  @Test
  void whatAnInterruptedFetchLeftIsFoundAgain() throws IOException {
    run("study", "a.csv", "old.csv", "report.html");
    try (OutputFolder broken = OutputFolder.resume(folder, "study")) {
      broken.keep("a.csv");
      Files.writeString(broken.temporary("b.csv"), "new");
    }
    assertThat(folder.resolve("report.html")).hasContent("study report.html");
    try (OutputFolder again = OutputFolder.resume(folder, "study")) {
      again.keep("a.csv");
      assertThat(again.temporary("b.csv")).hasContent("new");
      again.keep("report.html");
      again.complete();
    }
    assertThat(files()).containsExactly("a.csv", "b.csv", "report.html");
    assertThat(folder.resolve("a.csv")).hasContent("study a.csv");
    assertThat(folder.resolve("report.html")).hasContent("study report.html");
  }

  @Test
  void whatAFetchThatWasGivenUpLeftGoesWithTheNextRun() throws IOException {
    try (OutputFolder broken = OutputFolder.resume(folder, "study")) {
      Files.writeString(broken.temporary("deep/b.csv"), "half");
    }
    run("study", "a.csv");
    assertThat(files()).containsExactly("a.csv");
    assertThat(folder.resolve("deep")).doesNotExist();
  }
}
