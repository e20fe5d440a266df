package io.chiasm.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellLinesTest {
  @Test
  void callsAreFoundAmongOtherCommands() {
    String block =
        """
        # A ./chiasm in a comment
        CHIASM_ENCODER_HEAP=4g ./chiasm run "my study.yaml" \\
          --encoders 2 > log.txt
        for s in a b; do ./chiasm report $s; done
        echo ./chiasm run | ./chiasm topics --json # says more
        """;
    assertThat(ShellLines.calls(block))
        .containsExactly(
            List.of("run", "my study.yaml", "--encoders", "2"),
            List.of("report", "$s"),
            List.of("topics", "--json"));
  }
}
