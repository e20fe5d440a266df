package io.chiasm.images.service;

import io.chiasm.images.ImageException;

/**
 * A library by its coordinates in Maven's repository.
 *
 * @param classifier empty if it has none
 */
public record Artifact(String group, String name, String classifier, String type, String version) {
  private static final int FIELDS = 5;

  /** Reads a line {@code group:name:classifier:type:version}. */
  public static Artifact parse(String line) {
    String[] fields = line.split(":", -1);
    if (fields.length != FIELDS) {
      throw new ImageException("'" + line + "' is not group:name:classifier:type:version");
    }
    return new Artifact(fields[0], fields[1], fields[2], fields[3], fields[4]);
  }

  /** Its file's name among the libraries of a Quarkus application. */
  String fileName() {
    return group
        + "."
        + name
        + "-"
        + version
        + (classifier.isEmpty() ? "" : "-" + classifier)
        + "."
        + type;
  }

  /** Its package URL. */
  public String purl() {
    String plain = "pkg:maven/" + group + "/" + name + "@" + version;
    return plain
        + (classifier.isEmpty() ? "?" : "?classifier=" + classifier + "&")
        + "type="
        + type;
  }
}
