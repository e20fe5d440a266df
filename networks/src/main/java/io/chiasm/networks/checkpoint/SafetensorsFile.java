package io.chiasm.networks.checkpoint;

import com.google.gson.stream.JsonWriter;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes state dicts as safetensors. Equal arguments give equal bytes. As the format's own writer
 * does, wider numbers come first and the header ends at a multiple of eight bytes, so that every
 * tensor is aligned.
 */
public final class SafetensorsFile {
  private static final int ALIGNMENT = Long.BYTES;

  private SafetensorsFile() {}

  /**
   * Writes tensors and notes.
   *
   * @param metadata the file's own notes
   * @throws IOException if the stream does not take them
   */
  public static void write(
      OutputStream out, List<NamedTensor> tensors, Map<String, String> metadata)
      throws IOException {
    List<NamedTensor> aligned =
        tensors.stream()
            .sorted(Comparator.comparingInt((NamedTensor t) -> -t.type().bytes()))
            .toList();
    byte[] header = padded(header(aligned, metadata).getBytes(StandardCharsets.UTF_8));
    out.write(littleEndian(Long.BYTES).putLong(header.length).array());
    out.write(header);
    for (NamedTensor tensor : aligned) {
      out.write(content(tensor));
    }
  }

  private static String header(List<NamedTensor> tensors, Map<String, String> metadata)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name(Safetensors.METADATA).beginObject();
      for (Map.Entry<String, String> note : metadata.entrySet()) {
        json.name(note.getKey()).value(note.getValue());
      }
      json.endObject();
      long at = 0;
      for (NamedTensor tensor : tensors) {
        describe(json, tensor, at);
        at += tensor.bytes();
      }
      json.endObject();
    }
    return text.toString();
  }

  private static void describe(JsonWriter json, NamedTensor tensor, long at) throws IOException {
    json.name(tensor.name()).beginObject();
    json.name("dtype").value(tensor.type().safetensors());
    json.name("shape").beginArray();
    Shape shape = tensor.numbers().shape();
    for (long extent : shape.extents()) {
      json.value(extent);
    }
    json.endArray().name("data_offsets").beginArray();
    json.value(at).value(at + tensor.bytes()).endArray().endObject();
  }

  private static byte[] padded(byte[] header) {
    int length = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer padded = ByteBuffer.allocate(length).put(header);
    while (padded.hasRemaining()) {
      padded.put((byte) ' ');
    }
    return padded.array();
  }

  private static byte[] content(NamedTensor tensor) {
    ByteBuffer content = littleEndian(Math.toIntExact(tensor.bytes()));
    for (float value : tensor.numbers().values()) {
      if (tensor.counts()) {
        content.putLong((long) value);
      } else {
        content.putFloat(value);
      }
    }
    return content.array();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
