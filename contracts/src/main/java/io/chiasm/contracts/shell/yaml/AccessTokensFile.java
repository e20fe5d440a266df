package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.access.AccessToken;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of access tokens: a YAML list of {@code {name, role, sha256, expires}}. */
public final class AccessTokensFile {
  private static final List<String> KEYS = List.of("name", "role", "sha256", "expires");
  private static final String ENTRIES =
      "a list of entries such as {name: ana, role: scientist, sha256: …}; 'chiasm token' makes one";
  private static final String NAME =
      "1 to 64 letters, digits, '.', '_', '@' or '-', first a letter or digit";
  private static final String HASH =
      "the SHA-256 of a token as 64 lower-case hexadecimal digits; 'chiasm token' makes one";
  private static final String DATE = "the last day on which it is good, such as 2027-01-01";
  private static final int MOST = 1000;

  private final List<String> roles;

  private AccessTokensFile(List<String> roles) {
    this.roles = roles;
  }

  /**
   * Reads the file.
   *
   * @param roles that there are
   * @throws InputException naming file, line and key, what was found and what is possible; never a
   *     hash
   */
  public static List<AccessToken> read(Path file, List<String> roles) {
    return parse(YamlText.read(file), file.toString(), roles);
  }

  /** Reads the file's text, named {@code source} in messages. */
  public static List<AccessToken> parse(String yaml, String source, List<String> roles) {
    return new AccessTokensFile(roles).entries(YamlText.root(yaml, source, ENTRIES));
  }

  private List<AccessToken> entries(Value root) {
    List<AccessToken> found = new ArrayList<>();
    for (Value item : root.items(MOST, ENTRIES)) {
      Section section = item.section(KEYS);
      AccessToken token = entry(section);
      if (found.stream().anyMatch(known -> known.hasHash(token.sha256()))) {
        throw section.required("sha256", HASH).place().wrong("found it again", "each token once");
      }
      found.add(token);
    }
    return List.copyOf(found);
  }

  private AccessToken entry(Section section) {
    return new AccessToken(
        section.required("name", NAME).text(AccessToken::isName, NAME),
        section.required("role", String.join(", ", roles)).choice(roles),
        hash(section.required("sha256", HASH)),
        section.value("expires").map(AccessTokensFile::day).orElse(null));
  }

  /** Who pastes the token itself here must not find it in a log. */
  private static Digest hash(Value value) {
    return Digest.parse(value.text(HASH))
        .orElseThrow(() -> value.place().wrong("found something else", HASH));
  }

  private static @Nullable LocalDate day(Value value) {
    try {
      return LocalDate.parse(value.text(DATE));
    } catch (DateTimeParseException e) {
      throw value.not(DATE);
    }
  }
}
