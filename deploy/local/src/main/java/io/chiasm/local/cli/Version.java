package io.chiasm.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the commit that it was built from. */
final class Version implements IVersionProvider {
  /** Written by the build where there is a repository. */
  private static final String BUILT = "git.properties";

  /** Filled in by {@code git archive}, for sources without a repository. */
  private static final String EXPORTED = "exported.properties";

  @Override
  public String[] getVersion() {
    String version = Chiasm.class.getPackage().getImplementationVersion();
    return new String[] {
      told(version == null ? "(not packaged)" : version, properties(BUILT), properties(EXPORTED))
    };
  }

  static String told(String version, Properties built, Properties exported) {
    String commit = built.getProperty("git.commit.id.abbrev", "");
    if (!commit.isEmpty()) {
      boolean changed = Boolean.parseBoolean(built.getProperty("git.dirty"));
      return "chiasm " + version + ", commit " + commit + (changed ? " and changes" : "");
    }
    commit = exported.getProperty("commit", "");
    boolean filledIn = !commit.isEmpty() && !commit.startsWith("$");
    return "chiasm " + version + (filledIn ? ", commit " + commit : "");
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(name)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
