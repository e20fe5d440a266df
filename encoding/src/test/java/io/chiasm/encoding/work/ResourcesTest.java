package io.chiasm.encoding.work;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final Resources resources = new Resources(2, 1L << 30, Path.of("."));

  @Test
  void tooLittleMemoryIsSaidWithTheSettingThatRaisesIt() {
    assertThatThrownBy(() -> resources.require(3L << 30, "forming Gram matrices of 9841 stimuli"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "forming Gram matrices of 9841 stimuli needs at least 3073 MiB of memory, but the"
                + " encoder has 1024 MiB; raise its setting CHIASM_ENCODER_MEMORY");
  }

  @Test
  void tooSmallAHeapIsSaidWithTheSettingThatRaisesIt() {
    assertThatThrownBy(() -> Resources.requireHeap(3L << 30, 2L << 30, "reading responses"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "reading responses needs at least 4097 MiB of heap, but the encoder has 2048 MiB;"
                + " raise its setting CHIASM_ENCODER_HEAP (-Xmx)");
    assertThatCode(() -> Resources.requireHeap(3L << 30, 4L << 30, "reading responses"))
        .doesNotThrowAnyException();
  }

  @Test
  void smallStudiesRunWithAnySetting() {
    assertThatCode(() -> new Resources(2, 1, Path.of(".")).require(1 << 20, "a small study"))
        .doesNotThrowAnyException();
  }
}
