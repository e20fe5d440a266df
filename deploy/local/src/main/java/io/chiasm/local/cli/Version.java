package io.chiasm.local.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Chiasm.class.getPackage().getImplementationVersion();
    return new String[] {"chiasm " + (version == null ? "(not packaged)" : version)};
  }
}
