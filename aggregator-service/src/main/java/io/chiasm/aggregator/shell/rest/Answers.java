package io.chiasm.aggregator.shell.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Answers of one line of words. */
final class Answers {
  private Answers() {}

  static Response text(int status, @Nullable String words) {
    return Response.status(status)
        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
        .entity(String.valueOf(words))
        .build();
  }
}
