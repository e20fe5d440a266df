package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class VersionTest {
  private final Properties none = new Properties();

  @Test
  void theCommitIsThatOfTheBuild() {
    Properties built = properties("git.commit.id.abbrev", "1a2b3c4");
    assertThat(Version.told("1.0", built, none)).isEqualTo("chiasm 1.0, commit 1a2b3c4");
    built.setProperty("git.dirty", "true");
    assertThat(Version.told("1.0", built, none))
        .isEqualTo("chiasm 1.0, commit 1a2b3c4 and changes");
  }

  @Test
  void withoutRepositoryItIsThatOfTheArchive() {
    assertThat(Version.told("1.0", none, properties("commit", "1a2b3c4")))
        .isEqualTo("chiasm 1.0, commit 1a2b3c4");
  }

  @Test
  void withoutEitherItIsTheVersionAlone() {
    assertThat(Version.told("1.0", none, properties("commit", "$Format:%h$")))
        .isEqualTo("chiasm 1.0");
    assertThat(Version.told("1.0", none, none)).isEqualTo("chiasm 1.0");
  }

  private static Properties properties(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
