package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.SessionCookie;
import jakarta.ws.rs.core.NewCookie;

/** The cookie of a session, as it is set and taken away. */
final class NewSession {
  private NewSession() {}

  /**
   * One that no script can read and no other site can have sent.
   *
   * @param seconds that it is kept; 0 takes it away
   * @param secure whether the connection is TLS
   */
  static NewCookie of(String token, int seconds, boolean secure) {
    return new NewCookie.Builder(SessionCookie.NAME)
        .value(token)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure(secure)
        .build();
  }
}
