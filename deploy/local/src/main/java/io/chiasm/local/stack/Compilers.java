package io.chiasm.local.stack;

import java.util.List;

/** Which of the virtual machine's two compilers work, and when. */
enum Compilers {
  /**
   * Code is compiled once, without counting what is called how often: in work of minutes the second
   * compiler has no time to pay.
   */
  FIRST("-XX:TieredStopAtLevel=1"),

  /**
   * Code is compiled with all optimisations ten times later than usual: in a study of a minute that
   * takes longer than it saves. What runs for hours reaches these counts within seconds.
   */
  BOTH(
      "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
          + " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000");

  private final String line;

  Compilers(String line) {
    this.line = line;
  }

  List<String> options() {
    return List.of(line.split(" "));
  }
}
