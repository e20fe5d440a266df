package io.chiasm.contracts.telemetry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace as it travels between processes (W3C Trace Context).
 *
 * @param traceparent version, trace id, span id and flags, in hexadecimal digits
 * @param tracestate what tracing systems say to themselves; empty for nothing
 */
public record TraceParent(String traceparent, String tracestate) {
  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private static final Pattern STATE = Pattern.compile("[ -~]{1,512}");
  private static final int ID_BEGIN = 3;
  private static final int ID_END = 35;

  /** Empty if there is none or it has another form: then a new trace begins. */
  public static Optional<TraceParent> parse(
      @Nullable Object traceparent, @Nullable Object tracestate) {
    if (!(traceparent instanceof String parent) || !FORM.matcher(parent).matches()) {
      return Optional.empty();
    }
    boolean usable = tracestate instanceof String words && STATE.matcher(words).matches();
    return Optional.of(new TraceParent(parent, usable ? String.valueOf(tracestate) : ""));
  }

  /** 32 hexadecimal digits. */
  public String traceId() {
    return traceparent.substring(ID_BEGIN, ID_END);
  }
}
