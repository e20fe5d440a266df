package io.chiasm.images.jib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.images.ImageException;
import io.chiasm.images.natives.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** An image in a file, as {@code docker save} writes it. */
final class BaseTar {
  private static final String MANIFEST = "manifest.json";

  private BaseTar() {}

  /**
   * Checks that a file is an image of a platform: the builder would take any for the default one.
   *
   * @throws ImageException if it is not
   */
  static void require(Path file, Platform platform) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ImageException("the base " + file + " does not exist");
    }
    String architecture = architecture(file);
    if (!architecture.equals(platform.architecture())) {
      throw new ImageException(
          "the base %s is for linux/%s, the image for %s".formatted(file, architecture, platform));
    }
  }

  private static String architecture(Path file) throws IOException {
    try (TarFile tar = new TarFile(file)) {
      ObjectMapper json = new ObjectMapper();
      JsonNode manifest = json.readTree(content(tar, MANIFEST));
      String config = manifest.path(0).path("Config").asText();
      return json.readTree(content(tar, config)).path("architecture").asText();
    } catch (IllegalArgumentException | IOException e) {
      throw new ImageException(
          "the base " + file + " is no image as 'docker save' writes it: " + e.getMessage(), e);
    }
  }

  private static byte[] content(TarFile tar, String name) throws IOException {
    for (TarArchiveEntry entry : tar.getEntries()) {
      if (entry.getName().equals(name)) {
        return tar.getInputStream(entry).readAllBytes();
      }
    }
    throw new IOException("there is no " + name + " in it");
  }
}
