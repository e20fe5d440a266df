package io.chiasm.local.cli;

import io.chiasm.local.client.AggregatorClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The study that a command is about, and the server that knows it. */
final class StudyArgument {
  @Parameters(paramLabel = "STUDY", description = "a study's id")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String study;

  @Mixin private ServerOption server = new ServerOption();

  String id() {
    return study;
  }

  AggregatorClient client() {
    return server.client();
  }
}
