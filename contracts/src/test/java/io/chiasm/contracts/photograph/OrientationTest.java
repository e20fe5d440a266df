package io.chiasm.contracts.photograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that Pillow 12's {@code getexif} finds an orientation in; values beyond 1 to 8 are none. */
class OrientationTest {
  private static final byte[] JFIF = segment(0xE0, latin("JFIF\0\1\1\0\0\1\0\1\0\0"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPlaceOfTheTagIsRead(int tag) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] exif = exif(tag, order);
      byte[] app1 = segment(0xE1, join(latin("Exif\0\0"), exif));
      String digits = "\nexif\n 40\n" + HexFormat.of().formatHex(exif) + "\n";
      assertThat(tag(jpeg(JFIF, app1))).isEqualTo(tag);
      assertThat(tag(jpeg(app1, JFIF))).isEqualTo(tag);
      assertThat(tag(jpeg(app1))).isEqualTo(tag);
      assertThat(tag(png(chunk("eXIf", exif)))).isEqualTo(tag);
      assertThat(tag(png(chunk("tEXt", latin("Raw profile type exif\0" + digits))))).isEqualTo(tag);
      assertThat(
              tag(
                  png(
                      chunk(
                          "zTXt",
                          join(latin("Raw profile type exif\0\0"), packed(latin(digits)))))))
          .isEqualTo(tag);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<rdf tiff:Orientation=\"6\"/>", "<tiff:Orientation>6</tiff:Orientation>"})
  void xmpSaysItWhereExifDoesNot(String xmp) {
    byte[] ofJpeg = segment(0xE1, latin("http://ns.adobe.com/xap/1.0/\0" + xmp));
    byte[] app1 = segment(0xE1, join(latin("Exif\0\0"), exif(3, ByteOrder.BIG_ENDIAN)));
    assertThat(tag(jpeg(JFIF, ofJpeg))).isEqualTo(6);
    assertThat(tag(jpeg(ofJpeg, app1))).isEqualTo(3);
    assertThat(tag(png(chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + xmp))))).isEqualTo(6);
  }

  @Test
  void noTagAndValuesThatMeanNothingAreAsStored() {
    assertThat(tag(jpeg(JFIF))).isEqualTo(1);
    assertThat(tag(png())).isEqualTo(1);
    assertThat(tag(new byte[0])).isEqualTo(1);
    for (int unknown : new int[] {0, 9, 255}) {
      byte[] exif = exif(unknown, ByteOrder.BIG_ENDIAN);
      assertThat(tag(png(chunk("eXIf", exif)))).isEqualTo(1);
    }
  }

  @Test
  void damageSaysNothing() {
    byte[] whole =
        jpeg(JFIF, segment(0xE1, join(latin("Exif\0\0"), exif(6, ByteOrder.LITTLE_ENDIAN))));
    for (int length = 0; length < whole.length; length++) {
      assertThat(tag(java.util.Arrays.copyOf(whole, length))).isIn(1, 6);
    }
    byte[] beyond = exif(6, ByteOrder.BIG_ENDIAN);
    ByteBuffer.wrap(beyond).putInt(4, Integer.MAX_VALUE);
    assertThat(tag(png(chunk("eXIf", beyond)))).isEqualTo(1);
    ByteBuffer.wrap(beyond).putInt(4, -2);
    assertThat(tag(png(chunk("eXIf", beyond)))).isEqualTo(1);
  }

  private static int tag(byte[] file) {
    return Orientation.of(file).tag();
  }

  /** A TIFF file of one directory: the maker, and the orientation as a short. */
  private static byte[] exif(int tag, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
    tiff.put(latin(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 0x10F).putShort((short) 2).putInt(1).putInt(0);
    tiff.putShort((short) 0x112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) tag)
        .putShort((short) 0);
    return tiff.putInt(0).array();
  }

  private static byte[] jpeg(byte[]... segments) {
    return join(new byte[] {(byte) 0xFF, (byte) 0xD8}, join(segments), segment(0xDA, new byte[8]));
  }

  private static byte[] segment(int marker, byte[] data) {
    return ByteBuffer.allocate(4 + data.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  private static byte[] png(byte[]... chunks) {
    return join(
        latin("\u0089PNG\r\n\u001A\n"),
        chunk("IHDR", new byte[13]),
        chunk("IDAT", new byte[5]),
        join(chunks),
        chunk("IEND", new byte[0]));
  }

  private static byte[] chunk(String type, byte[] data) {
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(latin(type))
        .put(data)
        .array();
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
      deflating.write(text);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
