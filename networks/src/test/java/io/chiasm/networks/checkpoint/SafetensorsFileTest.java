package io.chiasm.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {
  private static final NamedTensor MATRIX =
      new NamedTensor("a", new FloatTensor(Shape.of(1, 3), new float[] {1, -2, 1e-30f}), false);
  private static final NamedTensor COUNT =
      new NamedTensor("b", new FloatTensor(Shape.of(), new float[] {7}), true);

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsFile.write(out, List.of(MATRIX, COUNT), Map.of("note", "\"quoted\" and ä"));
    return out.toByteArray();
  }

  @Test
  void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
    StateDict read = StateDict.open(Files.write(folder.resolve("w.safetensors"), written()));
    assertThat(read.keys()).containsExactlyInAnyOrder("a", "b");
    assertThat(read.shape("a")).isEqualTo(Shape.of(1, 3));
    assertThat(read.read("a").values()).containsExactly(1, -2, 1e-30f);
    assertThat(read.shape("b")).isEqualTo(Shape.of());
    assertThat(read.read("b").values()).containsExactly(7);
    assertThat(read.metadata()).isEqualTo(Map.of("note", "\"quoted\" and ä"));
  }

  @Test
  void everyTensorIsAligned() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(written()).order(ByteOrder.LITTLE_ENDIAN);
    long header = bytes.getLong();
    assertThat(header % 8).isZero();
    assertThat(bytes.getLong((int) (8 + header))).as("whole numbers come first").isEqualTo(7);
    assertThat(bytes.capacity()).isEqualTo((int) (8 + header) + 8 + 3 * 4);
  }
}
