package io.chiasm.aggregator.shell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.access.AccessToken;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.study.access.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshTokensTest {
  private Path file;
  private Instant now = Instant.parse("2026-11-26T12:00:00Z");

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    file = folder.resolve("tokens.yaml");
    Files.writeString(
        file,
        line("ana", "scientist", "a", "") + line("bo", "viewer", "b", ", expires: 2026-11-26"));
  }

  @Test
  void aTokenStandsForItsHolderUntilTheEndOfItsLastDay() {
    FreshTokens tokens = new FreshTokens(file, () -> now);
    assertThat(tokens.find("a")).contains(new Caller("ana", "scientist"));
    assertThat(tokens.find("b")).contains(new Caller("bo", "viewer"));
    assertThat(tokens.find("c")).isEmpty();
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find(AccessToken.hash("a").value())).isEmpty();
    now = Instant.parse("2026-11-27T00:00:00Z");
    assertThat(tokens.find("b")).isEmpty();
    assertThat(tokens.find("a")).isPresent();
  }

  @Test
  void aNewFileCountsAtOnceAndABrokenOneDoesNot() throws IOException {
    FreshTokens tokens = new FreshTokens(file, () -> now);
    Files.writeString(file, line("cy", "operator", "c", ""));
    assertThat(tokens.find("c")).contains(new Caller("cy", "operator"));
    assertThat(tokens.find("a")).isEmpty();
    Files.writeString(file, "- {name: eve, role: king, sha256: 1}\n");
    assertThat(tokens.find("c")).isPresent();
    Files.delete(file);
    assertThat(tokens.find("c")).isPresent();
    Files.writeString(file, line("ana", "viewer", "a", ""));
    assertThat(tokens.find("a")).contains(new Caller("ana", "viewer"));
    assertThat(tokens.find("c")).isEmpty();
  }

  @Test
  void aBrokenFileAtTheStartIsRefused() throws IOException {
    Files.writeString(file, "- {name: eve, role: king, sha256: 1}\n");
    assertThatThrownBy(() -> new FreshTokens(file, () -> now))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "CHIASM_ACCESS_TOKENS: "
                + file
                + ":1: [0].role: found 'king'; possible: viewer, scientist, operator");
    Files.delete(file);
    assertThatThrownBy(() -> new FreshTokens(file, () -> now))
        .hasMessage("CHIASM_ACCESS_TOKENS: " + file + ": there is no such file");
  }

  private static String line(String name, String role, String token, String more) {
    return "- {name: %s, role: %s, sha256: \"%s\"%s}\n"
        .formatted(name, role, AccessToken.hash(token), more);
  }
}
