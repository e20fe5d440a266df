package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyObjectTest {
  private static final byte[] PICKLE = {(byte) 0x80, 2, '}', '.'};

  @Test
  void thePickleIsWhatFollowsTheHeader() throws IOException {
    assertThat(read("|O", "()", PICKLE.length)).isEqualTo(PICKLE);
  }

  @Test
  void aPickleOverTheLimitIsRefused() {
    assertThatThrownBy(() -> read("|O", "()", PICKLE.length - 1))
        .isInstanceOf(InputException.class)
        .hasMessage("x.npy: has a pickle of more than 3 bytes");
  }

  @ParameterizedTest
  @CsvSource({"|O, '(2,)'", "<f4, ()", "O, ()"})
  void anyOtherArrayIsRefused(String descr, String shape) {
    assertThatThrownBy(() -> read(descr, shape, PICKLE.length))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "x.npy: is an array of type "
                + descr
                + " and shape "
                + shape
                + ", not a single Python object");
  }

  private static byte[] read(String descr, String shape, int most) throws IOException {
    String dict = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NpyPrefix.MAGIC);
    out.writeBytes(new byte[] {1, 0, (byte) dict.length(), 0});
    out.writeBytes(dict.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(PICKLE);
    return NpyObject.pickle(
        new ByteArrayInputStream(out.toByteArray()), "x.npy", NpyLimits.ofData(most));
  }
}
