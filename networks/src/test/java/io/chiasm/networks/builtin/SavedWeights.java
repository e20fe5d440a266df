package io.chiasm.networks.builtin;

import io.chiasm.contracts.tensor.FloatTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes safetensors files. */
final class SavedWeights {
  private SavedWeights() {}

  static Path write(Path file, Map<String, FloatTensor> tensors) throws IOException {
    StringBuilder header = new StringBuilder("{");
    long at = 0;
    for (Map.Entry<String, FloatTensor> tensor : tensors.entrySet()) {
      long end = at + 4L * tensor.getValue().values().length;
      header
          .append(header.length() > 1 ? "," : "")
          .append("\"%s\":{\"dtype\":\"F32\",".formatted(tensor.getKey()))
          .append("\"shape\":%s,".formatted(tensor.getValue().shape().extents()))
          .append("\"data_offsets\":[%d,%d]}".formatted(at, end));
      at = end;
    }
    byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer content =
        ByteBuffer.allocate(8 + json.length + (int) at).order(ByteOrder.LITTLE_ENDIAN);
    content.putLong(json.length).put(json);
    for (FloatTensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        content.putFloat(value);
      }
    }
    return Files.write(file, content.array());
  }
}
