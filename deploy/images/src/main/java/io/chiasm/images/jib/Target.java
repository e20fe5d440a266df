package io.chiasm.images.jib;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.TarImage;
import io.chiasm.images.ImageException;
import io.chiasm.images.natives.Platform;
import io.chiasm.images.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where images go: a folder of archives, or a registry. */
public final class Target {
  private static final String TAR = "tar:";

  private final String words;
  private final Optional<Path> folder;
  private final String tag;

  private Target(String words, Optional<Path> folder, String tag) {
    this.words = words;
    this.folder = folder;
    this.tag = tag;
  }

  /**
   * A target by its words.
   *
   * @param words {@code tar:FOLDER}, or what stands before the image's name in a registry
   * @throws ImageException if they are neither, or the tag is none
   */
  public static Target of(String words, String tag) {
    if (!ImageReference.isValidTag(tag)) {
      throw new ImageException(
          "'" + tag + "' is no tag: letters, digits, '.', '_' and '-', at most 128");
    }
    if (words.startsWith(TAR)) {
      return new Target(words, Optional.of(Path.of(words.substring(TAR.length()))), tag);
    }
    Target target = new Target(words, Optional.empty(), tag);
    target.name(Service.EXTRACTOR);
    return target;
  }

  boolean remote() {
    return folder.isEmpty();
  }

  /** The image's name with its tag. */
  ImageReference name(Service service) {
    String name = (remote() ? words + "/" : "") + service.image() + ":" + tag;
    try {
      return ImageReference.parse(name);
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          "'" + words + "' is no target: give tar:FOLDER, or HOST/PATH of a registry", e);
    }
  }

  /** The archive of an image, if images go into a folder. */
  public Optional<Path> archive(Service service, Platform platform) {
    String name = service.image() + "-" + platform.classifier() + ".tar";
    return folder.map(there -> there.resolve(name));
  }

  Containerizer containerizer(Service service, Platform platform) throws IOException {
    Optional<Path> archive = archive(service, platform);
    if (archive.isEmpty()) {
      return Containerizer.to(Registry.image(name(service)));
    }
    Files.createDirectories(archive.get().toAbsolutePath().getParent());
    return Containerizer.to(TarImage.at(archive.get()).named(name(service)));
  }

  @Override
  public String toString() {
    return words;
  }
}
