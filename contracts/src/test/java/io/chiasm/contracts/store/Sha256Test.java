package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** FIPS 180-4's example of one block. */
  private static final Digest OF_ABC =
      new Digest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

  @Test
  void everyFormGivesTheSameDigest() throws IOException {
    assertThat(Sha256.of(ABC)).isEqualTo(OF_ABC);
    assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
    assertThat(Sha256.written(out -> out.write(ABC))).isEqualTo(OF_ABC);
    assertThat(Sha256.of(new ByteArrayInputStream(ABC))).isEqualTo(new ObjectStat(3, OF_ABC));
  }

  @Test
  void writingThatFailsIsNoDigest() {
    assertThatThrownBy(
            () ->
                Sha256.written(
                    out -> {
                      throw new IOException("no");
                    }))
        .isInstanceOf(UncheckedIOException.class);
  }
}
