package io.chiasm.report.shell.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.chiasm.report.writing.summary.StudySummary;
import io.chiasm.report.writing.summary.StudySummary.Lateralisation;
import io.chiasm.report.writing.summary.StudySummary.NetworkSummary;
import io.chiasm.report.writing.summary.StudySummary.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
  private static final Path SCHEMA = Path.of("../docs/reference/summary.schema.json");

  private static final Lateralisation ONE_PARTICIPANT =
      new Lateralisation(
          1, 0.125, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1, Double.NaN, Double.NaN);

  private final String json = text(summary(ONE_PARTICIPANT));

  @Test
  void namesAreThoseOfTablesAndWhatIsNoNumberIsNull() {
    assertThat(json)
        .startsWith("{\n  \"format\" : \"chiasm-summary/1\",\n  \"study\" : \"made\",\n")
        .contains("\"failed_tasks\" : 2", "\"roi_class\" : \"prf-visualrois\"")
        .contains("\"imagenet_acc1\" : null", "\"mean\" : 0.125", "\"ci_low\" : null")
        .doesNotContain("NaN")
        .endsWith("}\n");
  }

  @Test
  void theSchemaHolds() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(text(summary(null)), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(json.replace("\"roi\"", "\"area\""), InputFormat.JSON)).hasSize(2);
  }

  private static StudySummary summary(@Nullable Lateralisation lateralisation) {
    return new StudySummary(
        StudySummary.FORMAT,
        "made",
        false,
        2,
        true,
        120,
        List.of("subj01"),
        List.of(new NetworkSummary("trained", "IMAGENET1K_V1", Double.NaN)),
        List.of(
            new Result(
                "trained",
                "early",
                "features.2",
                "features",
                "ridge",
                "prf-visualrois",
                "V1v",
                Map.of("full", 0.5),
                lateralisation)),
        List.of("Few stimuli."),
        Map.of("chiasm", "0.1.0"));
  }

  private static String text(StudySummary summary) {
    return new String(new SummaryJson().bytes(summary), StandardCharsets.UTF_8);
  }
}
