package io.chiasm.images.jib;

import io.chiasm.images.service.Release;
import io.chiasm.images.service.Service;
import io.chiasm.images.stage.StagedService;
import io.chiasm.images.stage.Staging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a container of an image starts; {@code Dockerfile.jvm} says the same. */
final class ImageSettings {
  /** Of a user who is nobody on any machine, and his group. */
  static final String USER = "65532:65532";

  static final List<String> ENTRYPOINT =
      List.of(
          "java",
          "@" + StagedService.HOME + "/" + Staging.OPTIONS,
          "-jar",
          StagedService.HOME + "/quarkus-run.jar");

  static final Map<String, String> ENVIRONMENT =
      Map.of("HOME", "/tmp", "LC_ALL", "C.UTF-8", "ORT_DISABLE_TELEMETRY", "1");

  private static final String ANNOTATION = "org.opencontainers.image.";

  private ImageSettings() {}

  static Map<String, String> labels(Service service, Release release, Optional<String> base) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(ANNOTATION + "title", service.image());
    labels.put(ANNOTATION + "description", "Chiasm: " + service.description());
    labels.put(ANNOTATION + "version", release.version());
    labels.put(ANNOTATION + "created", release.created().toString());
    release.revision().ifPresent(revision -> labels.put(ANNOTATION + "revision", revision));
    base.ifPresent(name -> labels.put(ANNOTATION + "base.name", name));
    return labels;
  }
}
