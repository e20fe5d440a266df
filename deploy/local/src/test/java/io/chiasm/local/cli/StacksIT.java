package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several stacks on one machine, and stacks whose parts end. */
class StacksIT {
  private static final Pattern UP = Pattern.compile("Chiasm is up at (\\S+)");
  private static final int STACKS = 3;

  private final HttpClient http = HttpClient.newHttpClient();

  private final Path folder;

  StacksIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void threeAtOnceDoNotMeetAndAnAggregatorComesBackWhereItWas() throws Exception {
    List<CommandLineProcess> stacks = new ArrayList<>();
    try {
      for (int i = 0; i < STACKS; i++) {
        stacks.add(CommandLineProcess.start(folder, "up", "--port", 0, "--work", "work" + i));
      }
      List<URI> addresses = new ArrayList<>();
      for (CommandLineProcess stack : stacks) {
        stack.await("stack is up", () -> address(stack).isPresent() || stack.ended());
        addresses.add(address(stack).orElseThrow(() -> new AssertionError(printed(stack))));
      }
      assertThat(addresses).doesNotHaveDuplicates().allMatch(this::ready);
      comesBack(stacks.get(0), addresses.get(0));
    } finally {
      stacks.forEach(CommandLineProcess::close);
    }
  }

  private void comesBack(CommandLineProcess stack, URI address) throws InterruptedException {
    ProcessHandle killed =
        stack.children().stream()
            .filter(p -> p.info().commandLine().orElse("").contains("aggregator-service"))
            .findFirst()
            .orElseThrow();
    killed.destroyForcibly();
    stack.await("it is gone", () -> !killed.isAlive());
    stack.await("another is there", () -> ready(address));
  }

  @Test
  void aServiceThatEndsIsToldAtOnceWithItsReason() throws Exception {
    try (CommandLineProcess chiasm =
        CommandLineProcess.start(
            folder, Map.of("CHIASM_ENCODER_HEAP", "1k"), "up", "--port", 0, "--work", "work")) {
      assertThat(chiasm.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(chiasm.output())
          .contains("chiasm: the encoder ended before it was ready: Too small maximum heap")
          .contains("encoder.log")
          .doesNotContain("\tat ");
      assertThat(chiasm.children()).isEmpty();
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        CommandLineProcess chiasm =
            CommandLineProcess.start(
                folder, "up", "--port", taken.getLocalPort(), "--work", "work")) {
      assertThat(chiasm.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(chiasm.output()).contains("port " + taken.getLocalPort() + " is in use");
    }
  }

  private boolean ready(URI address) {
    try {
      HttpRequest probe = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
      return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<URI> address(CommandLineProcess stack) {
    Matcher up = UP.matcher(printed(stack));
    return up.find() ? Optional.of(URI.create(up.group(1))) : Optional.empty();
  }

  private static String printed(CommandLineProcess stack) {
    try {
      return stack.output();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
