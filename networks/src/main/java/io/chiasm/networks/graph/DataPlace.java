package io.chiasm.networks.graph;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a tensor's numbers lie beside the model.
 *
 * @param tensor for messages
 * @param location file, relative to the model's folder
 * @param offset of the first byte
 * @param length in bytes, as many as the tensor's extents need
 */
record DataPlace(String tensor, String location, long offset, long length) {
  /**
   * What a tensor says of its numbers; a file's beginning and the tensor's own length where it does
   * not.
   *
   * @throws BadGraphException if it names no file, or a length that is not its extents'
   */
  static DataPlace of(TensorProto tensor) {
    String name = "tensor '" + tensor.getName() + "'";
    String location =
        entry(tensor, "location")
            .orElseThrow(
                () -> new BadGraphException(name + " is kept in another file, but names none"));
    long needed = TensorCheck.bytes(tensor, name);
    long offset = number(tensor, name, "offset", 0);
    long length = number(tensor, name, "length", needed);
    if (length != needed) {
      throw new BadGraphException(
          String.format(
              Locale.ROOT,
              "%s of extents %s needs %d bytes, but takes %d from '%s'",
              name,
              tensor.getDimsList(),
              needed,
              length,
              location));
    }
    return new DataPlace(name, location, offset, length);
  }

  private static Optional<String> entry(TensorProto tensor, String key) {
    return tensor.getExternalDataList().stream()
        .filter(e -> e.getKey().equals(key))
        .map(StringStringEntryProto::getValue)
        .findFirst();
  }

  private static long number(TensorProto tensor, String name, String key, long otherwise) {
    String text = entry(tensor, key).orElse(Long.toString(otherwise));
    if (!text.matches("[0-9]{1,18}")) {
      throw new BadGraphException(
          name + " is kept in another file with " + key + " '" + text + "', no number of bytes");
    }
    return Long.parseLong(text);
  }
}
