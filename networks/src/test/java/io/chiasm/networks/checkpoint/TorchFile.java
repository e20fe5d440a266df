package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.FloatTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes torch's checkpoints of nested dicts and lists of tensors, texts and whole numbers. A
 * {@code byte[]} is put into the pickle as it is.
 */
public final class TorchFile {
  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
  private final Map<String, byte[]> storages = new LinkedHashMap<>();

  private TorchFile() {}

  /** Writes one object as {@code torch.save} does. */
  public static Path write(Path file, Object saved) throws IOException {
    TorchFile made = new TorchFile();
    made.pickle.writeBytes(new byte[] {(byte) 0x80, 2});
    made.put(saved);
    made.pickle.write('.');
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a/data.pkl", made.pickle.toByteArray());
    entries.putAll(made.storages);
    return Files.write(file, CheckpointFixtures.zip(entries));
  }

  private void put(Object value) {
    if (value instanceof Map<?, ?> dict) {
      pickle.write('}');
      dict.forEach((key, item) -> part(key, item));
    } else if (value instanceof List<?> list) {
      pickle.write(']');
      list.forEach(
          item -> {
            put(item);
            pickle.write('a');
          });
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Integer number) {
      number(number);
    } else if (value instanceof FloatTensor tensor) {
      tensor(tensor);
    } else {
      pickle.writeBytes((byte[]) value);
    }
  }

  private void part(Object key, Object item) {
    put(key);
    put(item);
    pickle.write('s');
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    pickle.write('X');
    pickle.writeBytes(little(Integer.BYTES).putInt(bytes.length).array());
    pickle.writeBytes(bytes);
  }

  private void number(int number) {
    pickle.write('J');
    pickle.writeBytes(little(Integer.BYTES).putInt(number).array());
  }

  private void tensor(FloatTensor tensor) {
    String key = String.valueOf(storages.size());
    float[] values = tensor.values();
    ByteBuffer content = little(Float.BYTES * values.length);
    for (float value : values) {
      content.putFloat(value);
    }
    storages.put("a/data/" + key, content.array());
    ascii("ctorch._utils\n_rebuild_tensor_v2\n((");
    text("storage");
    ascii("ctorch\nFloatStorage\n");
    text(key);
    text("cpu");
    number(values.length);
    ascii("tQK\0(");
    List<Long> extents = tensor.shape().extents();
    extents.forEach(e -> number(Math.toIntExact(e)));
    ascii("t(");
    for (int axis = 0; axis < extents.size(); axis++) {
      long step = extents.subList(axis + 1, extents.size()).stream().reduce(1L, (a, b) -> a * b);
      number(Math.toIntExact(step));
    }
    ascii("t\u0089ccollections\nOrderedDict\n)RtR");
  }

  private void ascii(String text) {
    pickle.writeBytes(CheckpointFixtures.bytes(text));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
