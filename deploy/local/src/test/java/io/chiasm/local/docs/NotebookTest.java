package io.chiasm.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The notebook and the page that it is made of; {@code docs/notebook.py} makes it anew. */
class NotebookTest {
  private static final Path HOW_TO = Page.HOME.resolve("docs/how-to");

  @Test
  void theNotebookIsThePageThatWasRun() throws IOException {
    List<String> page =
        Page.of(HOW_TO.resolve("python.md")).blocks().stream()
            .filter(block -> block.language().equals("python"))
            .map(Page.Block::text)
            .toList();
    List<String> notebook = new ArrayList<>();
    for (JsonNode cell : cells()) {
      notebook.add(text(cell.get("source")));
      assertThat(cell.get("execution_count").asInt()).isEqualTo(notebook.size());
    }
    assertThat(notebook).isNotEmpty().isEqualTo(page);
  }

  @Test
  void itsOutputsAreThoseOfNoMachine() throws IOException {
    for (JsonNode cell : cells()) {
      for (JsonNode output : cell.get("outputs")) {
        assertThat(output.get("output_type").asText()).isNotEqualTo("error");
        assertThat(output.path("name").asText()).isNotEqualTo("stderr");
        assertThat(text(output.path("text")) + text(output.path("data").path("text/html")))
            .doesNotContainPattern("(/home|/root|/tmp|/usr|/Users|/work)/");
      }
    }
  }

  private static List<JsonNode> cells() throws IOException {
    JsonNode notebook = new ObjectMapper().readTree(HOW_TO.resolve("results.ipynb").toFile());
    return StreamSupport.stream(notebook.get("cells").spliterator(), false)
        .filter(cell -> cell.get("cell_type").asText().equals("code"))
        .toList();
  }

  /** A text, which a notebook may hold as a list of lines. */
  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    StringBuilder text = new StringBuilder();
    node.forEach(line -> text.append(line.asText()));
    return text.toString();
  }
}
