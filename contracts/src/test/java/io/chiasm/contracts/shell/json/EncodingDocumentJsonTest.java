package io.chiasm.contracts.shell.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.ModelWarning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodingDocumentJsonTest {
  @Test
  void warningsKeepTheirKindAndCounts() {
    ModelWarning warning =
        new ModelWarning(ModelWarning.Kind.SMALLEST_ALPHA, "full", 12, 256, "full model: …");
    EncodingDocument document = new EncodingDocument(Map.of(), List.of(warning), null);
    assertThat(Json.read(Json.write(document), EncodingDocument.class, "a")).isEqualTo(document);
  }

  @Test
  void sentencesOfAnOlderStoreAreStillRead() {
    String old = "{\"arrays\":{},\"predictions\":null,\"warnings\":[\"full model: 1 of 2\"]}";
    EncodingDocument read =
        Json.read(old.getBytes(StandardCharsets.UTF_8), EncodingDocument.class, "a");
    assertThat(read.warnings()).containsExactly(ModelWarning.of("full model: 1 of 2"));
  }
}
