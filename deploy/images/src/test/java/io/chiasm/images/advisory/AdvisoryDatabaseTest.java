package io.chiasm.images.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.images.ImageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryDatabaseTest {
  private final Path folder;

  AdvisoryDatabaseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "1.9, false",
    "2.0, true",
    "2.4.9, true",
    "2.4.10-rc1, true",
    "2.4.10, false",
    "2.9, false",
    "3.0, true",
    "3.1, true",
    "3.1.1, false",
    "0.7-odd, true",
  })
  void versionsOfItsRangesAreConcernedAndNoOthers(String version, boolean concerned)
      throws IOException {
    String ranges =
        "`versions`:[`0.7-odd`],`ranges`:[{`type`:`ECOSYSTEM`,`events`:[{`introduced`:`2.0`},"
            + "{`fixed`:`2.4.10`},{`introduced`:`3.0`},{`last_affected`:`3.1`}]}]";
    AdvisoryDatabase database = database(entry("org.made:lib", ranges, ""));
    assertThat(database.concerning(bill("pkg:maven/org.made/lib@" + version + "?type=jar")))
        .hasSize(concerned ? 1 : 0);
  }

  @Test
  void whatIsFoundIsNamed() throws IOException {
    String all = "`ranges`:[{`type`:`ECOSYSTEM`,`events`:[{`introduced`:`0`}]}]";
    AdvisoryDatabase database = database(entry("org.made:lib", all, ""));
    assertThat(database.concerning(bill("pkg:maven/org.made/lib@1.0-alpha")).toString())
        .isEqualTo("{org.made:lib:1.0-alpha=[OSV-1 CVE-1 (HIGH): Opens doors]}");
    assertThat(database.concerning(bill("pkg:maven/org.made/library@1.0"))).isEmpty();
  }

  @Test
  void whatWasTakenBackIsNotFound() throws IOException {
    String all = "`ranges`:[{`type`:`ECOSYSTEM`,`events`:[{`introduced`:`0`}]}]";
    AdvisoryDatabase database =
        database(entry("org.made:lib", all, ",`withdrawn`:`2026-01-01T00:00:00Z`"));
    assertThat(database.concerning(bill("pkg:maven/org.made/lib@1.0"))).isEmpty();
  }

  @Test
  void nothingAskedIsNoAllClear() throws IOException {
    AdvisoryDatabase empty = database("");
    Path bill = bill("pkg:maven/org.made/lib@1.0");
    assertThatThrownBy(() -> empty.concerning(bill))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("has no entries");
    Path none = bill("pkg:npm/left-pad@1.0");
    assertThatThrownBy(() -> empty.concerning(none))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("lists no jars");
  }

  private static String entry(String name, String affected, String more) {
    return "{`id`:`OSV-1`,`aliases`:[`CVE-1`],`summary`:`Opens doors`,`database_specific`:{`severity`:`HIGH`},"
        + "`affected`:[{`package`:{`ecosystem`:`Maven`,`name`:`"
        + name
        + "`},"
        + affected
        + "}]"
        + more
        + "}";
  }

  private AdvisoryDatabase database(String entry) throws IOException {
    Path archive = folder.resolve("all.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry(entry.isEmpty() ? "readme" : "OSV-1.json"));
      zip.write(entry.replace('`', '"').getBytes(StandardCharsets.UTF_8));
    }
    return new AdvisoryDatabase(archive);
  }

  private Path bill(String purl) throws IOException {
    return Files.writeString(
        folder.resolve("bill.json"), "{\"components\":[{\"purl\":\"" + purl + "\"}]}");
  }
}
