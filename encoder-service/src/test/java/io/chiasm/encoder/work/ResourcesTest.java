package io.chiasm.encoder.work;

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
  void smallStudiesRunWithAnySetting() {
    assertThatCode(() -> new Resources(2, 1, Path.of(".")).require(1 << 20, "a small study"))
        .doesNotThrowAnyException();
  }
}
