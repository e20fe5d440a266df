package io.chiasm.report.shell.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.writing.outcome.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceJsonTest {
  @Test
  void everythingIsWrittenInAFixedOrder() {
    // Given
    Provenance provenance =
        new Provenance(
            Map.of("Chiasm", "0.1.0"),
            "study: s\n",
            new Provenance.Stimuli(2, "aa"),
            List.of(new Provenance.Network("trained", "IMAGENET1K_V1", "bb")),
            List.of(new Provenance.Responses("subj01", "lh", "cc")),
            List.of(new Provenance.Ceiling("subj01", "rh", "ee")),
            Map.of("folds", 7L),
            "dd",
            Instant.parse("2026-11-01T12:00:00Z"));
    // When
    String json = new String(new ProvenanceJson().bytes(provenance), StandardCharsets.UTF_8);
    // Then
    assertThat(json)
        .isEqualTo(
            """
            {
              "created" : "2026-11-01T12:00:00Z",
              "versions" : {
                "Chiasm" : "0.1.0"
              },
              "stimuli" : {
                "count" : 2,
                "sha256" : "aa"
              },
              "networks" : [
                {
                  "name" : "trained",
                  "weights" : "IMAGENET1K_V1",
                  "sha256" : "bb"
                }
              ],
              "responses" : [
                {
                  "participant" : "subj01",
                  "hemisphere" : "lh",
                  "sha256" : "cc"
                }
              ],
              "noise_ceilings" : [
                {
                  "participant" : "subj01",
                  "hemisphere" : "rh",
                  "sha256" : "ee"
                }
              ],
              "seeds" : {
                "folds" : 7
              },
              "folds_sha256" : "dd",
              "study" : "study: s\\n"
            }
            """);
  }
}
