package io.chiasm.local.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
  /** What Linux gives to connections, unless told otherwise, starts here. */
  private static final int CONNECTIONS = 32_768;

  @Test
  void noConnectionTakesItAndNobodyElseIsTold() throws Exception {
    Set<Integer> told = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      int port = FreePort.any();
      assertThat(port).isBetween(1_024, CONNECTIONS - 1);
      assertThat(told.add(port)).isTrue();
    }
  }
}
