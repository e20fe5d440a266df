package io.chiasm.report.writing.crate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.shell.json.CrateJson;
import io.chiasm.report.shell.json.ProvenanceJson;
import io.chiasm.report.shell.json.SummaryJson;
import io.chiasm.report.writing.ResultsWriter;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.size.WritingWatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By the rules of RO-Crate 1.1 and of the profile Process Run Crate that a machine can check. */
class ResearchCrateTest {
  private static final String SIMULATED = StudyResults.SIMULATED.sentence();

  private static final Map<String, byte[]> FILES = new LinkedHashMap<>();
  private static final Map<String, JsonNode> ENTITIES = new HashMap<>();
  private static JsonNode crate = MissingNode.getInstance();

  @BeforeAll
  static void writesResults() throws IOException {
    StudyResults results =
        MadeResults.of(
            MadeStudy.study(), 1, List.of(), List.of(StudyResults.SIMULATED), MadeResults.CREATED);
    new ResultsWriter(NpyWriter::write, new ProvenanceJson(), new SummaryJson(), new CrateJson())
        .write(results, FILES::put, WritingWatch.NOBODY);
    crate = new ObjectMapper().readTree(FILES.get("ro-crate-metadata.json"));
    crate.path("@graph").forEach(entity -> ENTITIES.put(entity.path("@id").asText(), entity));
  }

  @Test
  void theDescriptorIsAboutTheFolder() {
    assertThat(crate.path("@context").asText()).isEqualTo("https://w3id.org/ro/crate/1.1/context");
    JsonNode descriptor = crate.path("@graph").path(0);
    assertThat(descriptor.path("@id").asText()).isEqualTo("ro-crate-metadata.json");
    assertThat(reference(descriptor, "conformsTo")).isEqualTo("https://w3id.org/ro/crate/1.1");
    JsonNode root = entity(reference(descriptor, "about"));
    assertThat(root.path("@type").asText()).isEqualTo("Dataset");
    assertThat(root.path("name").asText()).endsWith("study made");
    assertThat(root.path("datePublished").asText()).isEqualTo("2026-11-01");
    assertThat(root.path("description").asText())
        .contains("872 stimuli")
        .as("a reader of a repository's page must not take made data for a brain's")
        .contains(SIMULATED);
  }

  @Test
  void everyReferenceIsToAnEntityOrAnAddressAndNoIdIsTwice() {
    JsonNode graph = crate.path("@graph");
    assertThat(ENTITIES).hasSize(graph.size());
    graph
        .findValues("@id")
        .forEach(
            id ->
                assertThat(ENTITIES.containsKey(id.asText()) || id.asText().startsWith("https://"))
                    .as(id.asText())
                    .isTrue());
  }

  @Test
  void everyTableAndFigureIsAFileWithItsSize() {
    FILES.forEach(
        (path, content) -> {
          if (path.startsWith("tables/") || path.startsWith("figures/")) {
            JsonNode file = entity(path);
            assertThat(file.path("@type").asText()).isEqualTo("File");
            assertThat(file.path("contentSize").asText()).isEqualTo("" + content.length);
            assertThat(file.path("encodingFormat").asText()).as(path).isNotEmpty();
          }
        });
    assertThat(entity("vertices/").path("@type").asText()).isEqualTo("Dataset");
    assertThat(ENTITIES).doesNotContainKey("surfaces/");
  }

  @Test
  void theRunNamesProgramInputsByDigestAndResult() {
    JsonNode run = entity(reference(entity("./"), "mentions"));
    assertThat(run.path("@type").asText()).isEqualTo("CreateAction");
    assertThat(run.path("endTime").asText()).isEqualTo("2026-11-01T12:00:00+00:00");
    assertThat(entity(reference(run, "instrument")).path("softwareVersion").asText())
        .isEqualTo("0.1.0");
    assertThat(reference(run, "result")).isEqualTo("./");
    assertThat(run.path("object").findValuesAsText("@id"))
        .contains("#872-stimuli", "#network-trained", "#responses-subj01-rh", "study.yaml");
    assertThat(entity("#responses-subj01-rh").path("value").asText()).hasSize(64);
  }

  @Test
  void citationsAreThoseOfTheMethodsParagraph() {
    assertThat(entity("./").path("citation").findValuesAsText("@id"))
        .contains("https://doi.org/10.1038/s41593-021-00962-x", "https://arxiv.org/abs/2301.03198");
    assertThat(entity("https://doi.org/10.1038/s41593-021-00962-x").path("name").asText())
        .isEqualTo(
            "A massive 7T fMRI dataset to bridge cognitive neuroscience and artificial"
                + " intelligence");
  }

  @Test
  void namesThatNoAddressCanHoldAreEncoded() {
    assertThat(CrateEntity.path("figures/a b%2E.svg")).isEqualTo("figures/a%20b%252E.svg");
    assertThat(CrateEntity.local("network größe 1")).isEqualTo("#network-größe-1");
  }

  private static JsonNode entity(String id) {
    return Objects.requireNonNull(ENTITIES.get(id), id);
  }

  private static String reference(JsonNode entity, String property) {
    return entity.path(property).path("@id").asText();
  }
}
