package io.chiasm.study.access;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of a person or program; null if nobody said who
 * @param role that they have; null if none
 */
public record Caller(@Nullable String name, @Nullable String role) {
  /** Whoever reaches a server that asks nobody. */
  public static final Caller ANYONE = new Caller("anyone", Roles.OPERATOR);

  /** One who did not say who they are. */
  public static final Caller UNKNOWN = new Caller(null, null);

  /** Whether they may change a study of that owner; null if it has none on record. */
  public boolean mayChangeStudyOf(@Nullable String owner) {
    return Roles.OPERATOR.equals(role)
        || (Roles.SCIENTIST.equals(role) && owner != null && owner.equals(name));
  }
}
