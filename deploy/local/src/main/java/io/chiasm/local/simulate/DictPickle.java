package io.chiasm.local.simulate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Pickles a Python dict from int to str inside a 0-d object array, as {@code numpy.save} writes a
 * dict: protocol 4, instruction for instruction. The module is named {@code numpy.core}, which
 * every numpy knows.
 */
final class DictPickle {
  private static final int MEMOIZE = 0x94;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The pickle of {@code {0: names[0], 1: names[1], …}}. */
  static byte[] of(List<String> names) {
    byte[] body = new DictPickle().body(names);
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.writeBytes(bytes("8004" + "95"));
    for (int i = 0; i < Long.BYTES; i++) {
      pickle.write((int) ((long) body.length >>> (8 * i)));
    }
    pickle.writeBytes(body);
    return pickle.toByteArray();
  }

  private byte[] body(List<String> names) {
    global("numpy.core.multiarray", "_reconstruct");
    global("numpy", "ndarray");
    code("4b00" + "85" + "94"); // (0,)
    code("430162" + "94"); // b'b'
    code("87" + "94" + "52" + "94"); // _reconstruct(ndarray, (0,), b'b')
    code("28" + "4b01" + "29" + "6803"); // version 1, shape (), and 'numpy' again
    text("dtype");
    code("93" + "94");
    text("O8");
    code("89" + "88" + "87" + "94" + "52" + "94"); // dtype('O8', False, True)
    code("28" + "4b03");
    text("|");
    code("4e4e4e" + "4affffffff" + "4affffffff" + "4b3f" + "74" + "94" + "62"); // its state
    code("89" + "5d" + "94" + "7d" + "94" + "28"); // C order, a list, in it a dict
    for (int id = 0; id < names.size(); id++) {
      code("4b");
      out.write(id);
      text(names.get(id));
    }
    code("75" + "61" + "74" + "94" + "62" + "2e");
    return out.toByteArray();
  }

  private void global(String module, String name) {
    text(module);
    text(name);
    code("93" + "94");
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.write(0x8c);
    out.write(utf8.length);
    out.writeBytes(utf8);
    out.write(MEMOIZE);
  }

  private void code(String hex) {
    out.writeBytes(bytes(hex));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
