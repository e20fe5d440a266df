package io.chiasm.fuzz.seed;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photographs of a few pixels in every kind that is read. */
final class PhotographSeeds {
  private static final int WIDTH = 9;
  private static final int HEIGHT = 5;

  /** EXIF data that say: turned by a quarter. */
  private static final byte[] EXIF =
      HexFormat.of()
          .parseHex("4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000");

  private PhotographSeeds() {}

  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>();
    png(seeds, "rgb", BufferedImage.TYPE_INT_RGB, false);
    png(seeds, "rgba", BufferedImage.TYPE_INT_ARGB, false);
    png(seeds, "grey", BufferedImage.TYPE_BYTE_GRAY, false);
    png(seeds, "grey16", BufferedImage.TYPE_USHORT_GRAY, false);
    png(seeds, "palette", BufferedImage.TYPE_BYTE_INDEXED, false);
    png(seeds, "bits", BufferedImage.TYPE_BYTE_BINARY, false);
    png(seeds, "interlaced", BufferedImage.TYPE_INT_RGB, true);
    jpeg(seeds, "rgb", BufferedImage.TYPE_INT_RGB, false);
    jpeg(seeds, "grey", BufferedImage.TYPE_BYTE_GRAY, false);
    jpeg(seeds, "progressive", BufferedImage.TYPE_INT_RGB, true);
    seeds.put("turned.jpg", turned(written("jpeg", BufferedImage.TYPE_INT_RGB, false)));
    seeds.put("claiming.png", claiming(written("png", BufferedImage.TYPE_INT_ARGB, false)));
    return seeds;
  }

  private static void png(Map<String, byte[]> seeds, String name, int type, boolean progressive)
      throws IOException {
    seeds.put(name + ".png", written("png", type, progressive));
  }

  private static void jpeg(Map<String, byte[]> seeds, String name, int type, boolean progressive)
      throws IOException {
    seeds.put(name + ".jpg", written("jpeg", type, progressive));
  }

  private static byte[] written(String format, int type, boolean progressive) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.setRGB(i % WIDTH, i / WIDTH, 0xff000000 | i * 0x050311);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (progressive) {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Of 8000 times 8000 pixels by its header, which stands first and ends with its checksum. */
  private static byte[] claiming(byte[] png) {
    ByteBuffer claiming = ByteBuffer.wrap(png.clone());
    claiming.putInt(16, 8000).putInt(20, 8000);
    CRC32 checksum = new CRC32();
    checksum.update(claiming.array(), 12, 17);
    return claiming.putInt(29, (int) checksum.getValue()).array();
  }

  /** With an EXIF segment behind the start marker. */
  private static byte[] turned(byte[] jpeg) {
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    int length = 2 + name.length + EXIF.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes(name);
    out.writeBytes(EXIF);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
