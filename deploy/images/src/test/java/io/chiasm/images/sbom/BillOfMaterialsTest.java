package io.chiasm.images.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chiasm.images.made.MadeApp;
import io.chiasm.images.natives.Platform;
import io.chiasm.images.service.QuarkusApp;
import io.chiasm.images.service.Release;
import io.chiasm.images.service.Service;
import io.chiasm.images.stage.StagedService;
import io.chiasm.images.stage.Staging;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Property;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
  private static final Release RELEASE = new Release("1.2", Optional.empty(), Instant.EPOCH);

  private final Path folder;

  BillOfMaterialsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void namesEveryJarAsTheStandardWants() throws IOException, ParseException {
    StagedService staged = staged();
    String text = BillOfMaterials.of(staged, RELEASE);

    JsonParser parser = new JsonParser();
    assertThat(parser.validate(MadeApp.bytes(text), Version.VERSION_16)).isEmpty();
    Bom bom = parser.parse(MadeApp.bytes(text));
    assertThat(bom.getComponents())
        .extracting(BillOfMaterialsTest::path)
        .containsExactly(
            "app/chiasm-aggregator-service-1.jar",
            "lib/boot/io.quarkus.runner-1.jar",
            "lib/main/io.chiasm.chiasm-contracts-1.jar",
            "lib/main/org.example.plain-1.jar",
            "lib/main/org.example.zip-jni-1.jar",
            "quarkus-run.jar");
    assertThat(bom.getComponents().get(3).getPurl())
        .isEqualTo("pkg:maven/org.example/plain@1?type=jar");
    assertThat(bom.getComponents().get(3).getHashes().get(0).getValue())
        .isEqualTo(staged.jars().get(3).sha256());
  }

  @Test
  void saysWhichJarIsNotAsPublished() throws IOException, ParseException {
    Bom bom = new JsonParser().parse(MadeApp.bytes(BillOfMaterials.of(staged(), RELEASE)));

    Component stripped = bom.getComponents().get(4);
    assertThat(stripped.getProperties())
        .extracting(Property::getName, Property::getValue)
        .contains(tuple(BillOfMaterials.NATIVES, "linux/amd64"));
    assertThat(bom.getComponents().get(3).getProperties())
        .extracting(Property::getName)
        .containsExactly(BillOfMaterials.PATH);
  }

  @Test
  void theSameFilesGiveTheSameDocument() throws IOException {
    assertThat(BillOfMaterials.of(staged(), RELEASE))
        .isEqualTo(BillOfMaterials.of(staged(), RELEASE));
  }

  private StagedService staged() throws IOException {
    MadeApp app = MadeApp.aggregator(folder.resolve("quarkus-app"));
    return Staging.lay(
        Service.AGGREGATOR,
        QuarkusApp.in(app.folder()),
        Platform.LINUX_X86_64,
        folder.resolve("stage"));
  }

  private static String path(Component component) {
    return component.getProperties().stream()
        .filter(property -> property.getName().equals(BillOfMaterials.PATH))
        .map(Property::getValue)
        .findAny()
        .orElseThrow();
  }
}
