package io.chiasm.networks.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Checkpoints made by hand. */
final class CheckpointFixtures {
  private CheckpointFixtures() {}

  /** A safetensors file. */
  static byte[] safetensors(String header, int dataBytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    return file.array();
  }

  /** A zip archive of stored entries. */
  static byte[] zip(Map<String, byte[]> entries) throws java.io.IOException {
    return zip(entries, ZipEntry.STORED);
  }

  static byte[] zip(Map<String, byte[]> entries, int method) throws java.io.IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        CRC32 crc = new CRC32();
        crc.update(content.getValue());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          entry.setSize(content.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Latin text as bytes, for pickles. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A pickle of {@code {'w': tensor}} with two axes, protocol 2. */
  static byte[] pickle(String storage, int numbers, String offset, String size, String strides) {
    return bytes(
        "\u0080\u0002}X\u0001\0\0\0wctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\n"
            + storage
            + "\nX\u0001\0\0\u00000X\u0003\0\0\0cpuK"
            + (char) numbers
            + "tQ"
            + offset
            + size
            + strides
            + "\u0089ccollections\nOrderedDict\n)RtRs.");
  }

  /** A whole pickled two-axis tensor in a checkpoint. */
  static byte[] checkpoint(byte[] pickle, int dataBytes) throws java.io.IOException {
    Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
    entries.put("a/data.pkl", pickle);
    entries.put("a/byteorder", bytes("little"));
    byte[] data = new byte[dataBytes];
    for (int i = 0; i < dataBytes; i++) {
      data[i] = (byte) (i % 4 == 3 ? 0x3f : i);
    }
    entries.put("a/data/0", data);
    return zip(entries);
  }

  /** A checkpoint of before torch 1.6 with a one-axis tensor 'w' in a storage '0' of 2 numbers. */
  static byte[] legacy(String size, String view, String keys, int numbers, int dataBytes) {
    String magic = "\u0080\2\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";
    String version = "\u0080\2M\u00e9\3.";
    String machine = "\u0080\2}X\15\0\0\0little_endian\u0088s.";
    byte[] head =
        bytes(
            magic
                + version
                + machine
                + "\u0080\2}X\1\0\0\0wctorch._utils\n_rebuild_tensor\n"
                + "((X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0000X\3\0\0\0cpuK\2"
                + view
                + "tQK\0"
                + size
                + "K\1\u0085tRs.\u0080\2"
                + keys);
    return ByteBuffer.allocate(head.length + Long.BYTES + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(head)
        .putLong(numbers)
        .array();
  }
}
