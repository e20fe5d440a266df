package io.chiasm.images.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.images.made.Archive;
import io.chiasm.images.sbom.BillOfMaterials;
import io.chiasm.images.service.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images of the services as this build made them, without a base, a registry or an engine. */
class BuiltServicesIT {
  private static final String HOME = System.getProperty("chiasm.home", "../..");

  /** Processors of ELF files, by the platform's name. */
  private static final Map<String, Integer> MACHINES =
      Map.of("linux/amd64", 62, "linux/arm64", 183);

  private static final Pattern OTHER_BINARY = Pattern.compile(".*\\.(dll|dylib|jnilib|exe)");
  private static final String PLATFORM =
      System.getProperty("os.arch").equals("aarch64") ? "linux/arm64" : "linux/amd64";

  private final Path folder;

  BuiltServicesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void holdsWhatItsDocumentSaysForOnePlatform(Service service) throws IOException {
    assertThat(build(service, folder)).isZero();

    Set<String> inside = new TreeSet<>();
    try (Archive archive = Archive.open(archive(folder, service))) {
      for (String layer : archive.layers()) {
        for (Map.Entry<String, byte[]> jar : archive.files(layer, ".jar").entrySet()) {
          assertThat(inside.add(jar.getKey())).as(jar.getKey()).isTrue();
          requireOnePlatform(jar.getKey(), jar.getValue());
        }
      }
      String own = archive.layers().get(2);
      String bill = "/opt/chiasm/" + service.image() + ".cdx.json";
      Map<String, byte[]> bills = archive.files(own, ".cdx.json");
      assertThat(bills).containsOnlyKeys(bill);
      byte[] text = Objects.requireNonNull(bills.get(bill));
      assertThat(text).isEqualTo(Files.readAllBytes(folder.resolve(service.image() + ".cdx.json")));
      assertThat(named(text)).isEqualTo(inside);
      assertThat(archive.files(own, "java.options")).hasSize(1);
    }
  }

  @Test
  void builtTwiceItIsTheSame() throws IOException {
    assertThat(build(Service.AGGREGATOR, folder.resolve("one"))).isZero();
    assertThat(build(Service.AGGREGATOR, folder.resolve("two"))).isZero();

    assertThat(
            Files.mismatch(
                archive(folder.resolve("one"), Service.AGGREGATOR),
                archive(folder.resolve("two"), Service.AGGREGATOR)))
        .isEqualTo(-1);
  }

  private static int build(Service service, Path to) {
    return BuildCommand.execute(
        "--home",
        HOME,
        "--built",
        "quarkus-app",
        "--platform",
        PLATFORM,
        "--base",
        "scratch",
        "--cache",
        to.resolve("cache").toString(),
        "--to",
        "tar:" + to,
        "--tag",
        "test",
        service.label());
  }

  private static Path archive(Path folder, Service service) {
    String classifier = PLATFORM.equals("linux/arm64") ? "linux-arm64" : "linux-x86_64";
    return folder.resolve(service.image() + "-" + classifier + ".tar");
  }

  private static void requireOnePlatform(String jar, byte[] content) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = jar + "!" + entry.getName();
        assertThat(OTHER_BINARY.matcher(entry.getName()).matches()).as(name).isFalse();
        byte[] head = entries.readNBytes(20);
        if (head.length == 20
            && Arrays.equals(head, 0, 4, new byte[] {0x7f, 'E', 'L', 'F'}, 0, 4)) {
          int machine = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(18);
          assertThat(machine).as(name).isEqualTo(MACHINES.get(PLATFORM));
          assertThat(entry.getName()).doesNotContain("android", "musl", "sunos", "bsd");
        }
      }
    }
  }

  /** Paths in the image of the jars that a document names. */
  private static Set<String> named(byte[] bill) throws IOException {
    Set<String> paths = new TreeSet<>();
    for (JsonNode component : new ObjectMapper().readTree(bill).path("components")) {
      assertThat(component.path("hashes").path(0).path("content").asText()).hasSize(64);
      for (JsonNode property : component.path("properties")) {
        if (property.path("name").asText().equals(BillOfMaterials.PATH)) {
          paths.add("/opt/chiasm/" + property.path("value").asText());
        }
      }
    }
    return paths;
  }
}
