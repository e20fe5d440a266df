package io.chiasm.aggregator.shell.access;

/** The cookie that holds the token of who signed in to the dashboard. */
public final class SessionCookie {
  public static final String NAME = "chiasm_session";

  private SessionCookie() {}
}
