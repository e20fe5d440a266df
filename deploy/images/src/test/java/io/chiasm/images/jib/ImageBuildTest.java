package io.chiasm.images.jib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.chiasm.images.ImageException;
import io.chiasm.images.made.Archive;
import io.chiasm.images.made.MadeApp;
import io.chiasm.images.made.MadeRegistry;
import io.chiasm.images.natives.Platform;
import io.chiasm.images.service.QuarkusApp;
import io.chiasm.images.service.Release;
import io.chiasm.images.service.Service;
import io.chiasm.images.stage.StagedService;
import io.chiasm.images.stage.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBuildTest {
  private static final Release RELEASE =
      new Release("1.2", Optional.of("c0ffee"), Instant.parse("2026-11-01T00:00:00Z"));

  private final Path folder;
  private final MadeApp app;

  ImageBuildTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.app = MadeApp.aggregator(folder.resolve("quarkus-app"));
  }

  @Test
  void aContainerStartsLockedDownAndTellsNobody() throws Exception {
    BuiltImage built = build("scratch", "one").make(staged());

    assertThat(built.name()).isEqualTo("chiasm-aggregator:1.2");
    try (Archive archive = Archive.open(archive("one"))) {
      JsonNode image = archive.config();
      assertThat(image.path("architecture").asText()).isEqualTo("amd64");
      assertThat(image.path("created").asText()).isEqualTo("2026-11-01T00:00:00Z");
      JsonNode config = image.path("config");
      assertThat(config.path("User").asText()).isEqualTo("65532:65532");
      assertThat(config.path("WorkingDir").asText()).isEqualTo("/opt/chiasm");
      assertThat(config.path("ExposedPorts").fieldNames()).toIterable().containsExactly("8080/tcp");
      assertThat(texts(config.path("Entrypoint")))
          .containsExactly(
              "java", "@/opt/chiasm/java.options", "-jar", "/opt/chiasm/quarkus-run.jar");
      assertThat(texts(config.path("Env")))
          .containsExactlyInAnyOrder("HOME=/tmp", "LC_ALL=C.UTF-8", "ORT_DISABLE_TELEMETRY=1");
      JsonNode labels = config.path("Labels");
      assertThat(labels.path("org.opencontainers.image.title").asText())
          .isEqualTo("chiasm-aggregator");
      assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("1.2");
      assertThat(labels.path("org.opencontainers.image.revision").asText()).isEqualTo("c0ffee");
      assertThat(labels.has("org.opencontainers.image.base.name")).isFalse();
    }
  }

  @Test
  void filesAreRootsReadableByAllAndFromTheSameMoment() throws Exception {
    build("scratch", "one").make(staged());

    try (Archive archive = Archive.open(archive("one"))) {
      assertThat(archive.layers()).hasSize(3);
      for (String layer : archive.layers()) {
        assertThat(archive.entries(layer))
            .allSatisfy(
                entry -> {
                  assertThat(entry.path()).startsWith("/opt");
                  assertThat(entry.owner()).isEqualTo("0:0");
                  assertThat(entry.mode()).isEqualTo(entry.file() ? 0644 : 0755);
                  assertThat(entry.seconds()).isLessThanOrEqualTo(1);
                });
      }
    }
  }

  @Test
  void theSameServiceGivesTheSameImageLater() throws Exception {
    BuiltImage first = build("scratch", "one").make(staged());
    Files.setLastModifiedTime(
        app.folder().resolve("quarkus-run.jar"),
        FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

    BuiltImage second = build("scratch", "two").make(staged());

    assertThat(second).isEqualTo(first);
    assertThat(Files.mismatch(archive("one"), archive("two"))).isEqualTo(-1);
  }

  @Test
  void anUpdateShipsTheSmallestLayerOnly() throws Exception {
    build("scratch", "one").make(staged());
    app.file("quarkus/quarkus-application.dat", "another index");
    build("scratch", "two").make(staged());

    try (Archive before = Archive.open(archive("one"));
        Archive after = Archive.open(archive("two"))) {
      assertThat(after.layers().subList(0, 2)).isEqualTo(before.layers().subList(0, 2));
      assertThat(after.layers().get(2)).isNotEqualTo(before.layers().get(2));
    }
  }

  @Test
  void aBaseInAFileStaysBelow() throws Exception {
    Path base = folder.resolve("base.tar");
    Archive.writeBase(base, "amd64");

    build("tar:" + base, "one").make(staged());

    try (Archive archive = Archive.open(archive("one"))) {
      assertThat(archive.layers()).hasSize(4);
      assertThat(archive.entries(archive.layers().get(0)))
          .extracting(Archive.Entry::path)
          .containsExactly("/usr/bin/java");
      assertThat(texts(archive.config().path("config").path("Env")))
          .contains("PATH=/usr/bin", "HOME=/tmp");
    }
  }

  @Test
  void aBaseOfAnotherPlatformIsRefused() throws IOException {
    Path base = folder.resolve("base.tar");
    Archive.writeBase(base, "arm64");
    StagedService staged = staged();

    assertThatThrownBy(() -> build("tar:" + base, "one").make(staged))
        .isInstanceOf(ImageException.class)
        .hasMessage("the base " + base + " is for linux/arm64, the image for linux/amd64");
    assertThat(archive("one")).doesNotExist();
  }

  @Test
  void aBaseThatIsNoImageIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("base.tar"), "no archive at all, but a text");
    Path missing = folder.resolve("missing.tar");
    StagedService staged = staged();

    assertThatThrownBy(() -> build("tar:" + text, "one").make(staged))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("base.tar is no image as 'docker save' writes it");
    assertThatThrownBy(() -> build("tar:" + missing, "one").make(staged))
        .isInstanceOf(ImageException.class)
        .hasMessage("the base " + missing + " does not exist");
  }

  @Test
  void aRegistryGivesTheBaseAndTakesTheImage() throws Exception {
    try (MadeRegistry registry = MadeRegistry.start(folder)) {
      String lab = registry.host() + "/lab";
      BuiltImage below = into(lab, "scratch").make(staged());

      BuiltImage above = into(lab, lab + "/chiasm-aggregator@" + below.digest()).make(staged());

      assertThat(above.name()).isEqualTo(lab + "/chiasm-aggregator:1.2");
      assertThat(registry.images()).containsExactly("lab/chiasm-aggregator/1.2");
    }
  }

  private ImageBuild into(String registry, String base) {
    return new ImageBuild(
        Base.of(base),
        Target.of(registry, RELEASE.version()),
        ImageFormat.Docker,
        RELEASE,
        true,
        folder.resolve("cache"));
  }

  @Test
  void whatIsNoBaseTargetOrTagIsRefused() {
    assertThatThrownBy(() -> Base.of("Not A Name"))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith("'Not A Name' is no base: give tar:FILE");
    assertThatThrownBy(() -> Target.of("UPPER CASE", "1"))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith("'UPPER CASE' is no target: give tar:FOLDER");
    assertThatThrownBy(() -> Target.of("tar:images", "no tag"))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith("'no tag' is no tag");
  }

  private ImageBuild build(String base, String place) {
    return new ImageBuild(
        Base.of(base),
        Target.of("tar:" + folder.resolve(place), RELEASE.version()),
        ImageFormat.Docker,
        RELEASE,
        false,
        folder.resolve(place).resolve("cache"));
  }

  private StagedService staged() throws IOException {
    return Staging.lay(
        Service.AGGREGATOR,
        QuarkusApp.in(app.folder()),
        Platform.LINUX_X86_64,
        folder.resolve("stage"));
  }

  private Path archive(String place) {
    return folder.resolve(place).resolve("chiasm-aggregator-linux-x86_64.tar");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
