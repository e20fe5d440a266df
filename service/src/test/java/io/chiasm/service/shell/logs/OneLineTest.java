package io.chiasm.service.shell.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneLineTest {
  private static final String FORGED = "x\n2026-11-26 12:00:00,000 INFO  [io.chiasm] forged\u2028";
  private static final PatternFormatter FORMAT = new PatternFormatter("%-5p [%c] %s%e%n");

  private static ExtLogRecord line(String message, Object... parameters) {
    ExtLogRecord line =
        new ExtLogRecord(Level.WARNING, message, ExtLogRecord.FormatStyle.MESSAGE_FORMAT, "c");
    line.setLoggerName("io.chiasm");
    line.setParameters(parameters);
    return line;
  }

  private static String shown(ExtLogRecord line) {
    assertThat(new OneLine().isLoggable(line)).isTrue();
    return FORMAT.format(line);
  }

  @Test
  void aValueCannotBeginALine() {
    assertThat(shown(line("network {0} is unknown", FORGED)))
        .hasLineCount(1)
        .contains("network x\\n2026-11-26")
        .contains("forged\\u2028 is unknown");
  }

  @Test
  void anExceptionsWordsCannotEither() {
    // Given
    ExtLogRecord line = line("bug");
    line.setThrown(new IllegalStateException("outer", new IllegalArgumentException(FORGED)));
    // When
    String shown = shown(line);
    // Then
    assertThat(shown.lines())
        .noneMatch(words -> words.startsWith("2026"))
        .anyMatch(words -> words.startsWith("Caused by: java.lang.IllegalArgumentException: x\\n"))
        .anyMatch(words -> words.contains("at " + OneLineTest.class.getName()));
  }

  @Test
  void whatIsOnOneLineStaysAsItIs() {
    Throwable thrown = new IllegalStateException("outer");
    ExtLogRecord line = line("it''s {0}\tänd fine", 7);
    line.setThrown(thrown);
    assertThat(shown(line)).contains("[io.chiasm] it's 7\tänd fine");
    assertThat(line.getThrown()).isSameAs(thrown);
  }
}
