package io.chiasm.networks.checkpoint;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.chiasm.contracts.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The safetensors format: a JSON header of names, types, shapes and offsets, then the numbers. */
final class Safetensors {
  /** The format allows 100 MB; a classifier of a thousand layers takes 0.2. */
  static final int MAX_HEADER = 16 << 20;

  /** Key of the file's own notes. */
  static final String METADATA = "__metadata__";

  private static final int LENGTH = Long.BYTES;
  private static final int MAX_RANK = 16;

  private final FileBytes file;
  private final long data;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private final Map<String, ByteRange> ranges = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private Safetensors(FileBytes file, long data) {
    this.file = file;
    this.data = data;
  }

  /** Reads the header. */
  static Safetensors of(FileBytes file) {
    long length = file.range(0, LENGTH).getLong();
    if (length >= 2 && length <= MAX_HEADER && length > file.size() - LENGTH) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "is cut short: its safetensors header of %d bytes does not fit its %d bytes",
              length,
              file.size()));
    }
    if (length < 2 || length > MAX_HEADER) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "has a safetensors header of %d bytes; possible are 2 to %d within the file",
              length,
              MAX_HEADER));
    }
    byte[] header = file.range(LENGTH, (int) length).array();
    Safetensors found = new Safetensors(file, LENGTH + length);
    found.read(header);
    return found;
  }

  Map<String, StoredTensor> tensors() {
    return tensors;
  }

  /** The file's own notes. */
  Map<String, String> metadata() {
    return metadata;
  }

  private void read(byte[] header) {
    try (JsonReader json = json(header)) {
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals(METADATA)) {
          note(json);
        } else {
          add(name, json);
        }
      }
      json.endObject();
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new BadCheckpointException("has something after its safetensors header");
      }
    } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
      throw new BadCheckpointException("has a malformed safetensors header", e);
    } catch (IOException e) {
      throw new BadCheckpointException("has a safetensors header that ends too early", e);
    }
    ByteRange.requireApart(ranges);
  }

  private void note(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      metadata.put(json.nextName(), json.nextString());
    }
    json.endObject();
  }

  private static JsonReader json(byte[] header) {
    JsonReader json =
        new JsonReader(
            new InputStreamReader(
                new ByteArrayInputStream(header),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    json.setStrictness(Strictness.STRICT);
    return json;
  }

  private void add(String name, JsonReader json) throws IOException {
    @Nullable String type = null;
    @Nullable List<Long> shape = null;
    @Nullable List<Long> offsets = null;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "dtype" -> type = json.nextString();
        case "shape" -> shape = numbers(json);
        case "data_offsets" -> offsets = numbers(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw new BadCheckpointException(
          "describes tensor '" + name + "' without dtype, shape and two data_offsets");
    }
    add(name, NumberType.ofSafetensors(type), shape, new ByteRange(offsets.get(0), offsets.get(1)));
  }

  private static List<Long> numbers(JsonReader json) throws IOException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext() && numbers.size() <= MAX_RANK) {
      numbers.add(json.nextLong());
    }
    json.endArray();
    return numbers;
  }

  private void add(String name, NumberType type, List<Long> shape, ByteRange range) {
    long needed = StoredTensor.numbers(shape) * type.bytes();
    boolean within = range.start() >= 0 && range.start() <= range.end();
    if (!within || range.end() > file.size() - data || range.size() != needed) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "tensor '%s' %s of %s needs %d bytes and lies at %d to %d of %d%s",
              name,
              shape,
              type,
              needed,
              range.start(),
              range.end(),
              file.size() - data,
              within && range.size() == needed ? ": the file is cut short" : ""));
    }
    if (ranges.put(name, range) != null) {
      throw new BadCheckpointException("has two tensors named '" + name + "'");
    }
    tensors.put(name, StoredTensor.rowMajor(type, new Shape(shape), data + range.start()));
  }
}
