package io.chiasm.images.sbom;

import io.chiasm.images.service.Artifact;
import io.chiasm.images.service.Release;
import io.chiasm.images.service.Service;
import io.chiasm.images.stage.StagedJar;
import io.chiasm.images.stage.StagedService;
import java.util.Date;
import java.util.Optional;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;

/**
 * What is in an image above its base: every jar with its package URL and the SHA-256 of the file
 * that is in the image. The same files give the same document.
 */
public final class BillOfMaterials {
  /** Where a jar is, below the application's folder. */
  public static final String PATH = "chiasm:path";

  /** The platform whose native libraries were kept in a jar; its hash is not the published one. */
  public static final String NATIVES = "chiasm:natives";

  private BillOfMaterials() {}

  /** The document in JSON. */
  public static String of(StagedService staged, Release release) {
    Bom bom = new Bom();
    bom.setMetadata(metadata(staged.service(), release));
    staged.jars().forEach(jar -> bom.addComponent(component(jar, staged)));
    try {
      return BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString() + "\n";
    } catch (GeneratorException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Metadata metadata(Service service, Release release) {
    Component image = new Component();
    image.setType(Component.Type.CONTAINER);
    image.setName(service.image());
    image.setBomRef(service.image());
    image.setVersion(release.version());
    image.setDescription(service.description());
    Metadata metadata = new Metadata();
    metadata.setTimestamp(Date.from(release.created()));
    metadata.setComponent(image);
    return metadata;
  }

  private static Component component(StagedJar jar, StagedService staged) {
    Component component = new Component();
    Optional<Artifact> known = jar.artifact();
    component.setType(known.isPresent() ? Component.Type.LIBRARY : Component.Type.FILE);
    component.setName(known.map(Artifact::name).orElse(jar.path()));
    component.setBomRef(known.map(Artifact::purl).orElse(jar.path()));
    known.ifPresent(
        artifact -> {
          component.setGroup(artifact.group());
          component.setVersion(artifact.version());
          component.setPurl(artifact.purl());
        });
    component.addHash(new Hash(Hash.Algorithm.SHA_256, jar.sha256()));
    component.addProperty(property(PATH, jar.path()));
    if (jar.stripped()) {
      component.addProperty(property(NATIVES, staged.platform().toString()));
    }
    return component;
  }

  private static Property property(String name, String value) {
    Property property = new Property();
    property.setName(name);
    property.setValue(value);
    return property;
  }
}
