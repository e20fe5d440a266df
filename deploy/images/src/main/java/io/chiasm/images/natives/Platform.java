package io.chiasm.images.natives;

import io.chiasm.images.ImageException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an image can run on. */
public enum Platform {
  LINUX_X86_64("amd64", "linux-x86_64", 62),
  LINUX_ARM64("arm64", "linux-arm64", 183);

  private final String architecture;
  private final String classifier;
  private final int machine;

  Platform(String architecture, String classifier, int machine) {
    this.architecture = architecture;
    this.classifier = classifier;
    this.machine = machine;
  }

  /**
   * The platform of a name such as {@code linux/amd64}.
   *
   * @throws ImageException if there is none
   */
  public static Platform named(String name) {
    return Arrays.stream(values())
        .filter(platform -> platform.toString().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new ImageException(
                    "there are no images for '" + name + "': platforms are " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(Platform::toString).collect(Collectors.joining(" and "));
  }

  /** Its processor as images name it. */
  public String architecture() {
    return architecture;
  }

  /** Its name in Maven's repository, the value of {@code native.platform}. */
  public String classifier() {
    return classifier;
  }

  /** Its processor in the header of an ELF file. */
  int machine() {
    return machine;
  }

  @Override
  public String toString() {
    return "linux/" + architecture;
  }
}
