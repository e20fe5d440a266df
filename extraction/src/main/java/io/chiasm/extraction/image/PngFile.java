package io.chiasm.extraction.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A PNG file whose chunks are whole and sound, reduced to those that hold pixels. What a decoder
 * would otherwise interpret or inflate on the way (profiles, texts, transparency) is left out.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int CHUNK_FRAME = 12;
  private static final int LOWER_CASE = 0x20;

  private final ByteBuffer file;
  private final ImageLimits limits;
  private final List<ByteBuffer> data = new ArrayList<>();
  private final List<ByteBuffer> essential = new ArrayList<>();
  private @Nullable PngHeader header;
  private byte[] palette = {};

  private PngFile(byte[] bytes, ImageLimits limits) {
    this.file = ByteBuffer.wrap(bytes).position(SIGNATURE.length);
    this.limits = limits;
    essential.add(ByteBuffer.wrap(SIGNATURE));
  }

  static boolean recognises(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** Checks the whole file against its own lengths and checksums, and its size against limits. */
  static PngFile read(byte[] bytes, ImageLimits limits) throws UnreadableImageException {
    PngFile png = new PngFile(bytes, limits);
    boolean more = true;
    while (more) {
      more = png.readChunk();
    }
    return png;
  }

  PngHeader header() throws UnreadableImageException {
    if (header == null) {
      throw new UnreadableImageException("is damaged: no PNG header before its first chunk");
    }
    return header;
  }

  /** Red, green and blue of each palette entry; empty without a palette. */
  byte[] palette() {
    return palette;
  }

  /** Compressed rows, in pieces. */
  List<ByteBuffer> data() {
    return data;
  }

  /** Bytes of all pieces of {@link #data}. */
  long dataBytes() {
    return data.stream().mapToLong(ByteBuffer::remaining).sum();
  }

  /** A PNG file of the same pixels and nothing else. */
  byte[] essential() {
    ByteBuffer whole =
        ByteBuffer.allocate(essential.stream().mapToInt(ByteBuffer::remaining).sum());
    essential.forEach(piece -> whole.put(piece.duplicate()));
    return whole.array();
  }

  /** Reads one chunk and says whether another follows. */
  private boolean readChunk() throws UnreadableImageException {
    int at = file.position();
    if (file.remaining() < CHUNK_FRAME) {
      throw new UnreadableImageException("is truncated: it ends before its end mark (IEND)");
    }
    long length = Integer.toUnsignedLong(file.getInt());
    byte[] name = new byte[4];
    file.get(name);
    String type = new String(name, StandardCharsets.ISO_8859_1);
    if (length + 4 > file.remaining()) {
      throw new UnreadableImageException(
          "is truncated: " + type + " at byte " + at + " is longer than the rest of the file");
    }
    ByteBuffer data = file.slice(file.position(), (int) length);
    file.position(file.position() + (int) length + 4);
    interpret(type, data, at);
    return !type.equals("IEND");
  }

  private void interpret(String type, ByteBuffer data, int at) throws UnreadableImageException {
    boolean critical = (type.charAt(0) & LOWER_CASE) == 0;
    if (critical) {
      checkSum(type, at);
    }
    switch (type) {
      case "IHDR" -> {
        if (header != null) {
          throw new UnreadableImageException("is damaged: it has two PNG headers");
        }
        header = PngHeader.of(data.duplicate(), limits);
      }
      case "acTL" -> checkFrames(data);
      case "PLTE" -> {
        palette = new byte[data.remaining()];
        data.duplicate().get(palette);
      }
      case "IDAT" -> {
        header();
        this.data.add(data);
      }
      case "IEND" -> header();
      default -> {
        if (critical) {
          throw new UnreadableImageException("has a PNG chunk that is not known: " + type);
        }
      }
    }
    if (critical && !(type.equals("PLTE") && header().colour() != PngColour.PALETTE)) {
      essential.add(file.slice(at, file.position() - at));
    }
  }

  private void checkSum(String type, int at) throws UnreadableImageException {
    int end = file.position() - 4;
    CRC32 sum = new CRC32();
    sum.update(file.array(), at + 4, end - at - 4);
    if ((int) sum.getValue() != file.getInt(end)) {
      throw new UnreadableImageException(
          "is damaged: the checksum of " + type + " at byte " + at + " does not match");
    }
  }

  private static void checkFrames(ByteBuffer data) throws UnreadableImageException {
    int frames = data.remaining() < 4 ? 0 : data.getInt(0);
    if (frames != 1) {
      throw new UnreadableImageException(
          "is an animation of " + frames + " frames; a stimulus is one photograph");
    }
  }
}
