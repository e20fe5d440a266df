package io.chiasm.local.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.chiasm.local.cli.Chiasm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Command lines that pages show, held against the commands that there are. */
class CommandsTest {
  private static final long MINUTES = 3;

  private final CommandLine tree =
      new CommandLine(Chiasm.class).setCaseInsensitiveEnumValuesAllowed(true);

  @Test
  void everyCommandLineIsUnderstood() throws IOException {
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (Page page : Page.ofToday()) {
      for (Page.Block block : page.blocks()) {
        for (List<String> call : ShellLines.calls(block.text())) {
          calls++;
          try {
            parse(call);
          } catch (ParameterException e) {
            wrong.add(page.path() + ":" + block.line() + ": " + call + ": " + e.getMessage());
          }
        }
      }
    }
    assertThat(calls).isGreaterThan(30);
    assertThat(wrong).isEmpty();
  }

  /**
   * In a sentence a command may stand without what it needs, but not with what it does not know.
   */
  @Test
  void everyCommandInASentenceIsKnown() throws IOException {
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (Page page : Page.ofToday()) {
      for (String code : page.code()) {
        for (List<String> call : ShellLines.calls(code)) {
          calls++;
          try {
            parse(
                call.stream()
                    .map(word -> word.replaceAll("^\\[|]$|^…$", "").replaceAll("^N$", "1"))
                    .filter(word -> !word.isEmpty())
                    .toList());
          } catch (MissingParameterException e) {
            // Named, not called.
          } catch (ParameterException e) {
            wrong.add(page.path() + ": " + call + ": " + e.getMessage());
          }
        }
      }
    }
    assertThat(calls).isGreaterThan(30);
    assertThat(wrong).isEmpty();
  }

  /** Blocks marked with {@code <!-- run -->}, from the top of each page, in one folder. */
  @Test
  void markedBlocksRun(@TempDir Path folder) throws Exception {
    List<String> calls = new ArrayList<>();
    for (Page page : Page.ofToday()) {
      for (Page.Block block : page.blocks()) {
        if (block.runs()) {
          String where = page.path() + ":" + block.line();
          ShellLines.calls(block.text()).forEach(c -> calls.add(MarkedCalls.argument(where, c)));
        }
      }
    }
    assertThat(calls).hasSizeGreaterThan(8);
    madeData(folder);
    run(folder, calls);
  }

  private void parse(List<String> call) {
    tree.parseArgs(call.toArray(String[]::new));
  }

  /** What pages call a user's own: a small data set, a network, a study of both, photographs. */
  private void madeData(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.resolve("data")).resolve("algonauts_2023");
    List<String> simulate =
        List.of(
            "simulate",
            "--participants=1",
            "--stimuli=30",
            "--own-stimuli=0",
            "--vertices=40",
            "--image-size=64",
            "--output=" + data);
    assertThat(tree.execute(simulate.toArray(String[]::new))).isZero();
    Files.copy(data.resolve("gabor.onnx"), folder.resolve("network.onnx"));
    Files.writeString(
        folder.resolve("study.yaml"),
        Files.readString(data.resolve("study.yaml"))
            .replace("algonauts: .", "algonauts: data/algonauts_2023")
            .replace("gabor.onnx", "network.onnx")
            .replace("surface: surface\n", ""));
    Files.move(data.resolve("subj01/test_split/test_images"), folder.resolve("photographs"));
  }

  private static void run(Path folder, List<String> calls) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                MarkedCalls.class.getName()));
    line.addAll(calls);
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail("does not end\n" + Files.readString(said));
    }
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
