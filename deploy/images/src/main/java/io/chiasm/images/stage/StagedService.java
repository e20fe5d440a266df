package io.chiasm.images.stage;

import io.chiasm.images.natives.Platform;
import io.chiasm.images.service.Service;
import java.nio.file.Path;
import java.util.List;

/**
 * A service's files, laid out: a folder per layer with the tree that the image gets.
 *
 * @param folder of the layers' folders
 */
public record StagedService(Service service, Platform platform, Path folder, List<StagedJar> jars) {
  /** Where the application is in the image. */
  public static final String HOME = "/opt/chiasm";

  public StagedService {
    jars = List.copyOf(jars);
  }

  /** The tree that a layer adds to the image's root. */
  public Path layer(Part part) {
    return folder.resolve(part.folder());
  }

  /** A file of the application in one of the layers. */
  public Path file(Part part, String name) {
    return layer(part).resolve(HOME.substring(1)).resolve(name);
  }

  /** Name of the document that says what is inside, in the image and beside it. */
  public String bill() {
    return service.image() + ".cdx.json";
  }
}
