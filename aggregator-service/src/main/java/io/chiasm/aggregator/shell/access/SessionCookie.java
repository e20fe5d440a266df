package io.chiasm.aggregator.shell.access;

import jakarta.ws.rs.core.NewCookie;

/** The cookie that holds the token of who signed in to the dashboard. */
public final class SessionCookie {
  public static final String NAME = "chiasm_session";

  private SessionCookie() {}

  /**
   * One that no script can read and no other site can have sent.
   *
   * @param seconds that it is kept; 0 takes it away
   * @param secure whether the connection is TLS
   */
  public static NewCookie of(String token, int seconds, boolean secure) {
    return new NewCookie.Builder(NAME)
        .value(token)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure(secure)
        .build();
  }
}
