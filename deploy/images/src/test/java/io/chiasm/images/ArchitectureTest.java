package io.chiasm.images;

import io.chiasm.images.jib.ImageBuild;
import io.chiasm.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {
  ArchitectureTest() {
    super("io.chiasm.images", ImageBuild.class);
  }

  @Test
  void buildersDocumentsAndCommandLineHaveOneImporterEach() {
    onlyIn("io.chiasm.images.sbom..", "org.cyclonedx..");
    onlyIn("io.chiasm.images.bytecode..", "org.objectweb.asm..");
    onlyIn("io.chiasm.images.cli..", "picocli..");
    onlyIn(
        new String[] {"io.chiasm.images.jib..", "io.chiasm.images.cli.."},
        "com.google.cloud.tools..");
  }
}
