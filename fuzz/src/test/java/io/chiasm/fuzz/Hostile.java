package io.chiasm.fuzz;

/** Where Jazzer comes in; {@code fuzz/run.sh} names the target. */
public final class Hostile {
  private static Target target = Targets.ALL.get(0);

  private Hostile() {}

  /** Called once, with the target's name. */
  public static void fuzzerInitialize(String[] arguments) {
    target = Targets.named(arguments[0]);
  }

  /** Called for every input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Contract.check(target, bytes);
  }
}
