package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastWordsTest {
  @Test
  void theReasonOfAServicesOwnLogIsItsLastError() {
    assertThat(
            LastWords.of(
                List.of(
                    "2026-11-26 16:00:01,123 INFO  [io.quarkus] (main) started",
                    "2026-11-26 16:00:02,123 ERROR [io.quarkus.runtime.Application] (main) Port"
                        + " 8080 seems to be in use by another process.",
                    "2026-11-26 16:00:02,125 INFO  [io.quarkus] (main) stopped in 0.1s")))
        .hasValue("Port 8080 seems to be in use by another process.");
  }

  @Test
  void aTraceIsToldByItsRootCause() {
    assertThat(
            LastWords.of(
                List.of(
                    "2026-11-26 16:00:02,123 ERROR [io.quarkus.runtime.Application] (main) Failed",
                    "java.lang.RuntimeException: Failed to start quarkus",
                    "\tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)",
                    "Caused by: java.io.UncheckedIOException: cannot tell the port in /w/ports/x",
                    "\tat io.chiasm.X.y(X.java:1)",
                    "Caused by: java.nio.file.AccessDeniedException: /w/ports/x.new",
                    "\tat java.base/sun.nio.fs.X.y(X.java:1)",
                    "\t... 9 more")))
        .hasValue("AccessDeniedException: /w/ports/x.new");
  }

  @Test
  void aLogInJsonIsReadAsOneInWords() {
    assertThat(
            lastWords(
                "{\"level\":\"INFO\",\"loggerName\":\"io.quarkus\",\"message\":\"started\"}",
                "{\"level\":\"ERROR\",\"loggerName\":\"q\",\"message\":\"Port 8080 is in use\"}",
                "{\"level\":\"INFO\",\"loggerName\":\"io.quarkus\",\"message\":\"stopped\"}"))
        .hasValue("Port 8080 is in use");
    assertThat(
            lastWords(
                "{\"level\":\"ERROR\",\"message\":\"Failed\",\"exception\":{\"exceptionType\":\"a.B\","
                    + "\"message\":\"m\",\"causedBy\":{\"exception\":{\"exceptionType\":"
                    + "\"java.nio.file.AccessDeniedException\",\"message\":\"/w/x.new\"}}}}"))
        .hasValue("AccessDeniedException: /w/x.new");
    assertThat(lastWords("{\"level\":\"ERROR\",\"messa")).hasValue("{\"level\":\"ERROR\",\"messa");
  }

  private static Optional<String> lastWords(String... lines) {
    return LastWords.of(Arrays.stream(lines).flatMap(LoggedLine::plain).toList());
  }

  @Test
  void theVirtualMachineSaysItBeforeItsFarewell() {
    assertThat(
            LastWords.of(
                List.of(
                    "Picked up JAVA_TOOL_OPTIONS: -Duser.language=tr",
                    "Error occurred during initialization of VM",
                    "Too small maximum heap",
                    "")))
        .hasValue("Too small maximum heap");
    assertThat(
            LastWords.of(
                List.of(
                    "Invalid maximum heap size: -Xmxlots",
                    "Error: Could not create the Java Virtual Machine.",
                    "Error: A fatal exception has occurred. Program will exit.")))
        .hasValue("Invalid maximum heap size: -Xmxlots");
  }

  @Test
  void anErrorOutsideTheLogCounts() {
    assertThat(
            LastWords.of(
                List.of(
                    "Exception in thread \"main\" java.lang.UnsatisfiedLinkError: no x in path",
                    "\tat java.base/java.lang.System.load(System.java:1)")))
        .hasValue("Exception in thread \"main\" java.lang.UnsatisfiedLinkError: no x in path");
  }

  @Test
  void nothingWrittenIsNoReason() {
    assertThat(LastWords.of(List.of("", "Picked up _JAVA_OPTIONS: -Dx"))).isEmpty();
  }
}
