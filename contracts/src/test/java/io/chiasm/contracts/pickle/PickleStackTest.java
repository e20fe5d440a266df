package io.chiasm.contracts.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickleStackTest {
  /** {@code pickletools.optimize(pickle.dumps([1, 300, -7, "é", None, (True, False)], 2))}. */
  private static final String LIST = "80025d284b014d2c014af9ffffff5802000000c3a94e88898665";

  private static PickleStack stack(String hex) {
    return new PickleStack(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
  }

  private static void run(PickleStack stack) {
    while (stack.bytes().hasRemaining()) {
      assertThat(stack.plain(stack.instruction())).isTrue();
    }
  }

  @Test
  void valuesAreThoseThatPythonWrote() {
    PickleStack stack = stack(LIST);
    run(stack);
    assertThat(stack.pop())
        .isEqualTo(List.of(1L, 300L, -7L, "é", PickleStack.NONE, new Tuple(List.of(true, false))));
  }

  @Test
  void whatCallsNamesOrFillsIsLeftToTheReader() {
    for (char opcode : "cRbsuQioBCGT".toCharArray()) {
      assertThat(stack("").plain(opcode)).as("%s", opcode).isFalse();
    }
  }

  @Test
  void aTextLongerThanTheBytesIsRefused() {
    assertThatThrownBy(() -> run(stack("58ffffff7f61")))
        .isInstanceOf(PickleException.class)
        .hasMessageContaining("longer than the file");
  }

  @Test
  void aMemoryThatWasNeverFilledIsRefused() {
    assertThatThrownBy(() -> run(stack("6805"))).isInstanceOf(PickleException.class);
  }

  @Test
  void anOlderOrUnknownProtocolIsRefused() {
    assertThatThrownBy(() -> run(stack("8001"))).isInstanceOf(PickleException.class);
    assertThatThrownBy(() -> run(stack("8006"))).isInstanceOf(PickleException.class);
  }
}
