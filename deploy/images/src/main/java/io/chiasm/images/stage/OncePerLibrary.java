package io.chiasm.images.stage;

import io.chiasm.images.ImageException;
import io.chiasm.images.service.Artifact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** That no library is in an image twice, be it in two versions. */
final class OncePerLibrary {
  private OncePerLibrary() {}

  static void check(List<StagedJar> jars) {
    Map<String, String> seen = new HashMap<>();
    for (StagedJar jar : jars) {
      String library = jar.artifact().map(OncePerLibrary::library).orElse(jar.path());
      String before = seen.put(library, jar.path());
      if (before != null) {
        throw new ImageException(
            "%s is there twice, as %s and %s: build the service anew, with 'mvn clean package'"
                .formatted(library, before, jar.path()));
      }
    }
  }

  private static String library(Artifact artifact) {
    return artifact.group() + ":" + artifact.name() + ":" + artifact.classifier();
  }
}
