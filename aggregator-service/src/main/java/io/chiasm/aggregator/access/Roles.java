package io.chiasm.aggregator.access;

/** Roles of people and programs; each may do what those before it may. */
public final class Roles {
  /** Reads studies, results, topics and dead letters. */
  public static final String VIEWER = "viewer";

  /** Submits studies, sends files, and cancels, resumes and deletes studies of their own. */
  public static final String SCIENTIST = "scientist";

  /** Does everything: dead letters, clean-up, everybody's studies. */
  public static final String OPERATOR = "operator";

  private Roles() {}
}
