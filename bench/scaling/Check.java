/** The simulation where the answer can be told without it. */
final class Check {
  private static final Cost NONE = new Cost(0, 0);

  private Check() {}

  static void run() {
    Study blocks = new Study(1, 10, 0, 0, new Cost(2, 0), NONE, NONE);
    is("one worker", 20, seconds(blocks, 1, 100, 0));
    is("ten tasks on four workers: three rounds", 6, seconds(blocks, 4, 100, 0));
    is("more workers than tasks", 2, seconds(blocks, 50, 100, 0));
    is("four workers on two processors", 10, seconds(blocks, 4, 2, 0));
    is("a pause after each task but the last", 20 + 9 * 0.5, seconds(blocks, 1, 100, 0.5));
    Study chain = new Study(1, 1, 1, 4, new Cost(2, 0), new Cost(3, 0), new Cost(1, 0));
    is("blocks, Gram matrices, tasks", 2 + 3 + 4, seconds(chain, 1, 100, 0));
    is("the same on two", 2 + 3 + 2, seconds(chain, 2, 100, 0));
    // From 0: one worker at 0 s, ready at 30 s; the HPA sees 10 tasks at 15 s and wants ten.
    is("KEDA: one at 30 s, four more at 45 s and four at 60 s", 47, scaled(blocks));
    System.out.println("the simulation agrees with what can be told without it");
  }

  private static double seconds(Study study, int workers, double processors, double pause) {
    Scaling fixed = new Scaling.Fixed(workers);
    return new Simulation(study, fixed, fixed, processors, 0, pause, 1).run().makespan();
  }

  private static double scaled(Study study) {
    Scaling keda = new Scaling.Keda(0, 10, 1, 300);
    return new Simulation(study, keda, new Scaling.Fixed(1), 100, 30, 0, 1).run().makespan();
  }

  private static void is(String what, double expected, double found) {
    if (Math.abs(found - expected) > 1e-6) {
      throw new AssertionError(what + ": " + found + " s, not " + expected + " s");
    }
  }
}
