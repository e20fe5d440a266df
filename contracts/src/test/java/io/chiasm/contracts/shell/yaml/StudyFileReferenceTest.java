package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Study;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page docs/reference/study-file.md says what the reader does. */
class StudyFileReferenceTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.*)$");
  private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern MESSAGE = Pattern.compile("(?s)```text\n(.*?)\n```");
  private static final Pattern TOP_LEVEL_KEY = Pattern.compile("(?m)^([a-z]+):");

  private String page = "";
  private Path base = Path.of("");

  @BeforeEach
  void read(@TempDir Path folder) throws IOException {
    page = Files.readString(root().resolve("docs/reference/study-file.md"));
    base = StudyFolder.in(folder);
  }

  @Test
  void theDocumentedKeysAreThoseOfTheReader() {
    // Given
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("Top level", StudyReader.KEYS);
    keys.put("dataset", DatasetReader.KEYS);
    keys.put("semantic", SemanticReader.KEYS);
    keys.put("networks", NetworksReader.KEYS);
    keys.put("networks: normalisation", NormalisationReader.KEYS);
    keys.put("encoding", EncodingReader.KEYS);
    keys.put("encoding: alphas", EncodingReader.GRID_KEYS);
    keys.put("split", SplitReader.KEYS);
    keys.put("validation", ValidationReader.KEYS);
    keys.put("vertex", VertexReader.KEYS);
    // Then
    assertThat(documentedKeys()).isEqualTo(keys);
  }

  @Test
  void everyExampleIsAStudyOrPartOfOne() {
    List<String> examples = YAML.matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(examples).hasSizeGreaterThan(8);
    for (String example : examples.subList(0, examples.size() - 1)) {
      // When
      Study study = StudyFile.parse(completed(example), "study-file.md", base);
      // Then
      assertThat(study.networks()).as(example).isNotEmpty();
    }
  }

  @Test
  void theFourLinesWrittenOutAreThoseOfThePage() {
    // Given
    List<String> examples = YAML.matcher(page).results().map(m -> m.group(1)).toList();
    Study study = StudyFile.parse(examples.get(0), "study.yaml", base);
    // When
    String written = StudyFile.write(study).replace(base.toString(), "/home/ana");
    // Then
    assertThat(written).isEqualTo(examples.get(examples.size() - 1));
  }

  @Test
  void theMessageOnThePageIsOneThatIsGiven() throws IOException {
    // Given
    List<MatchResult> messages = MESSAGE.matcher(page).results().toList();
    assertThat(messages).hasSize(1);
    try (InputStream in = getClass().getResourceAsStream("bad-study-files.txt")) {
      assertThat(in).isNotNull();
      // Then
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("\n>>> " + messages.get(0).group(1) + "\n");
    }
  }

  @Test
  void theLimitsOnThePageAreTheReaders() {
    assertThat(page)
        .contains(String.format(Locale.ROOT, "at most %,d characters", YamlText.MOST_CHARACTERS))
        .contains("nested at most " + YamlText.DEEPEST + " deep");
  }

  private Map<String, List<String>> documentedKeys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    List<MatchResult> headings = HEADING.matcher(page).results().toList();
    for (int i = 0; i < headings.size(); i++) {
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : page.length();
      String section = page.substring(headings.get(i).end(), end);
      List<String> rows = KEY_ROW.matcher(section).results().map(m -> m.group(1)).toList();
      if (!rows.isEmpty()) {
        keys.put(headings.get(i).group(1), rows);
      }
    }
    return keys;
  }

  /** The example with those of the four lines that it does not have. */
  private static String completed(String example) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("study", "study: mine\n");
    lines.put("dataset", "dataset: {algonauts: data}\n");
    lines.put("networks", "networks: [{onnx: network.onnx}]\n");
    lines.put("layers", "layers: {early: stage3}\n");
    TOP_LEVEL_KEY.matcher(example).results().forEach(m -> lines.remove(m.group(1)));
    return String.join("", lines.values()) + example;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("contracts"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("a folder above the working directory that holds contracts/").isNotNull();
    return folder == null ? Path.of("") : folder;
  }
}
