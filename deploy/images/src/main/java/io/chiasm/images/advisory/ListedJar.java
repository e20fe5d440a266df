package io.chiasm.images.advisory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar of a bill of materials.
 *
 * @param name group and artifact, with a colon between them, as OSV names packages of Maven
 */
record ListedJar(String name, String version) {
  private static final Pattern PURL = Pattern.compile("pkg:maven/([^/@]+)/([^/@?]+)@([^?#]+).*");

  /** The jar of a package URL; empty for a package of another kind. */
  static Optional<ListedJar> of(String purl) {
    Matcher parts = PURL.matcher(purl);
    return parts.matches()
        ? Optional.of(
            new ListedJar(
                plain(parts.group(1)) + ":" + plain(parts.group(2)), plain(parts.group(3))))
        : Optional.empty();
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name + ":" + version;
  }
}
