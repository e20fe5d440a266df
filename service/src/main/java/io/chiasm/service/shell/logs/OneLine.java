package io.chiasm.service.shell.logs;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps each message on one line: names and texts of users and of other servers are in them, and
 * none may look like a line of its own.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {
  @Override
  public boolean isLoggable(LogRecord logged) {
    if (logged instanceof ExtLogRecord line) {
      String text = line.getFormattedMessage();
      if (text != null && LineBreaks.in(text)) {
        line.setMessage(LineBreaks.shown(text), ExtLogRecord.FormatStyle.NO_FORMAT);
      }
      Throwable thrown = line.getThrown();
      if (thrown != null) {
        line.setThrown(ToldThrowable.of(thrown));
      }
    }
    return true;
  }
}
