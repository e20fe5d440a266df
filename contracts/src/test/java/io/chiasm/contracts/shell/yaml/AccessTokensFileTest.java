package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.access.AccessToken;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTokensFileTest {
  private static final Digest HASH = AccessToken.hash("t");

  @Test
  void entriesAreRead() {
    assertThat(parse("- {name: ana, role: viewer, sha256: " + HASH + ", expires: 2027-01-01}\n"))
        .containsExactly(new AccessToken("ana", "viewer", HASH, LocalDate.of(2027, 1, 1)));
    assertThat(HASH.value())
        .isEqualTo("e3b98a4da31a127d4bde6e43033f66ba274cab0eb7eb1c70ec41402bf6273dd8");
  }

  @Test
  void aWrongEntryIsNamedByLineAndKeyAndNoSecretIsShown() {
    refused("", "tokens.yaml:1: found nothing; possible: a list of entries");
    refused("[]", "found an empty list; possible: a list of entries");
    refused("- {name: ana, role: viewer}", "tokens.yaml:1: [0].sha256: missing");
    refused(
        "- {name: a b, role: viewer, sha256: " + HASH + "}",
        "[0].name: found 'a b'; possible: 1 to 64");
    refused(
        "\n- {name: ana, role: viewr, sha256: x}",
        "tokens.yaml:2: [0].role: found 'viewr'; did you mean 'viewer'?");
    refused(
        "- {name: ana, role: viewer, sha: x}",
        "[0].sha: unknown key; possible: name, role, sha256, expires");
    refused(
        "- {name: ana, role: viewer, sha256: chiasm_secret}", "[0].sha256: found something else");
    refused(
        "- {name: ana, role: viewer, sha256: " + HASH + ", expires: 1.1.2027}",
        "[0].expires: found '1.1.2027'");
    refused("- &a {name: ana}\n- *a", "found an anchor or alias");
    String twice = "- {name: ana, role: viewer, sha256: " + HASH + "}\n";
    refused(twice + twice, "tokens.yaml:2: [1].sha256: found it again");
  }

  private static void refused(String yaml, String words) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("chiasm_secret");
  }

  private static List<AccessToken> parse(String yaml) {
    return AccessTokensFile.parse(yaml, "tokens.yaml", List.of("viewer", "scientist"));
  }
}
