package io.chiasm.local.cli;

import io.chiasm.contracts.shell.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Tables as text for people, as JSON for programs. */
final class JsonOption {
  @Option(names = "--json", description = "print JSON instead of text")
  private boolean json;

  void print(Object value, Supplier<String> text) {
    String out = json ? new String(Json.write(value), StandardCharsets.UTF_8) : text.get();
    System.out.print(out.endsWith("\n") ? out : out + "\n");
  }
}
