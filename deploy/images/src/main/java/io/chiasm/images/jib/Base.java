package io.chiasm.images.jib;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import io.chiasm.images.ImageException;
import io.chiasm.images.natives.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What an image is built upon: it brings the C library and Java. */
public final class Base {
  private static final String TAR = "tar:";
  private static final String SCRATCH = "scratch";

  private final String words;
  private final Optional<Path> tar;
  private final Optional<ImageReference> name;

  private Base(String words, Optional<Path> tar, Optional<ImageReference> name) {
    this.words = words;
    this.tar = tar;
    this.name = name;
  }

  /**
   * A base by its words.
   *
   * @param words {@code tar:FILE}, an image's name for a registry, or {@code scratch}
   * @throws ImageException if they are none of these
   */
  public static Base of(String words) {
    if (words.startsWith(TAR)) {
      return new Base(words, Optional.of(Path.of(words.substring(TAR.length()))), Optional.empty());
    }
    try {
      return new Base(words, Optional.empty(), Optional.of(ImageReference.parse(words)));
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          "'" + words + "' is no base: give tar:FILE, or an image's name such as NAME:TAG", e);
    }
  }

  /** Whether a registry is asked for it. */
  boolean remote() {
    return tar.isEmpty() && !words.equals(SCRATCH);
  }

  /** Its name in a registry. */
  Optional<String> name() {
    return remote() ? Optional.of(words) : Optional.empty();
  }

  JibContainerBuilder builder(Platform platform) throws IOException {
    if (tar.isPresent()) {
      BaseTar.require(tar.get(), platform);
      return Jib.from(TarImage.at(tar.get()));
    }
    return remote() ? Jib.from(registryImage()) : Jib.fromScratch();
  }

  private RegistryImage registryImage() {
    return Registry.image(name.orElseThrow());
  }

  @Override
  public String toString() {
    return words;
  }
}
