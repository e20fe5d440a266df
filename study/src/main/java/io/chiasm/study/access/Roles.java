package io.chiasm.study.access;

import java.util.List;
import java.util.Set;

/** Roles of people and programs; each may do what those before it may. */
public final class Roles {
  /** Reads studies, results, topics and dead letters. */
  public static final String VIEWER = "viewer";

  /** Submits studies, sends files, and cancels, resumes and deletes studies of their own. */
  public static final String SCIENTIST = "scientist";

  /** Does everything: dead letters, clean-up, everybody's studies. */
  public static final String OPERATOR = "operator";

  /** All, from the one that may do least. */
  public static final List<String> ALL = List.of(VIEWER, SCIENTIST, OPERATOR);

  private Roles() {}

  /** A role with those before it. */
  public static Set<String> within(String role) {
    return Set.copyOf(ALL.subList(0, ALL.indexOf(role) + 1));
  }
}
