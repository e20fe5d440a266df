package io.chiasm.kubernetes;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the services say of themselves in their sources. */
final class ServiceProperties {
  private static final Path PROJECT = Overlay.ROOT.resolve("../..").normalize();
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>chiasm</artifactId>\\s*<version>([^<]+)</version>");

  private ServiceProperties() {}

  static Properties of(String component) {
    Properties read = new Properties();
    Path file = PROJECT.resolve(component + "-service/src/main/resources/application.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return read;
  }

  static int port(String component) {
    return Integer.parseInt(of(component).getProperty("quarkus.http.port"));
  }

  /** The project's own. */
  static String version() {
    Matcher found = VERSION.matcher(text("pom.xml"));
    if (!found.find()) {
      throw new IllegalStateException("no version in pom.xml");
    }
    return found.group(1);
  }

  static String text(String file) {
    try {
      return Files.readString(PROJECT.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
