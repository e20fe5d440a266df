package io.chiasm.extraction.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Pillow's own pixels; {@code make_photographs.py} beside the files made both. */
class PhotographDecoderTest {
  private static final int PNG_HEADER_END = 33;

  private final PhotographDecoder decoder = new PhotographDecoder(ImageLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grey1.png",
        "grey2.png",
        "grey4.png",
        "grey8.png",
        "grey8-transparent.png",
        "grey-alpha8.png",
        "grey-alpha16.png",
        "palette1.png",
        "palette2.png",
        "palette4.png",
        "palette8.png",
        "palette8-transparent.png",
        "rgb8.png",
        "rgb8-transparent.png",
        "rgb8-gamma-text.png",
        "rgb8-text.png",
        "rgb16.png",
        "rgba8.png",
        "rgba16.png",
        "interlaced-rgb8.png",
        "baseline-420.jpg",
        "baseline-422.jpg",
        "baseline-444.jpg",
        "progressive.jpg",
        "grey.jpg",
        "rgb-components.jpg",
        "no-jfif-444.jpg",
        "orientation.jpg",
        "profile.jpg",
        "restart-intervals.jpg",
        "trailing-bytes.jpg",
      })
  void pixelsAreThoseOfPillow(String name) throws IOException {
    assertPixels(name);
  }

  /** Pillow cuts at 255 here; see {@link PhotographDecoder}. */
  @ParameterizedTest
  @ValueSource(strings = {"grey16.png", "interlaced-grey16.png"})
  void sixteenBitGreyKeepsItsHighByte(String name) throws IOException {
    assertPixels(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb8.png", "interlaced-rgb8.png", "palette4.png", "progressive.jpg"})
  void everyTruncationIsRefusedWithTheName(String name) throws IOException {
    byte[] whole = bytes(name);
    for (int length = 8; length < whole.length; length += 7) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decoder.decode("nsd-00013", part))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("nsd-00013 is ")
          .hasMessageMatching("(?s).*(truncated|damaged).*");
    }
  }

  @Test
  void jpegWithoutItsEndMarkIsRefused() throws IOException {
    byte[] whole = bytes("baseline-420.jpg");
    assertRefused(Arrays.copyOf(whole, whole.length - 2), "is truncated or damaged");
  }

  @Test
  void changedPngDataIsRefused() throws IOException {
    byte[] png = bytes("rgb8.png");
    png[png.length / 2] ^= 1;
    assertRefused(png, "the checksum of IDAT at byte 33 does not match");
  }

  @Test
  void secondHeaderIsRefused() throws IOException {
    byte[] png = bytes("rgb8.png");
    byte[] twice = new byte[png.length + 25];
    System.arraycopy(png, 0, twice, 0, PNG_HEADER_END);
    System.arraycopy(png, 8, twice, PNG_HEADER_END, png.length - 8);
    assertRefused(twice, "is damaged: it has two PNG headers");
  }

  @Test
  void pixelDataShorterThanTheHeaderSaysIsRefused() throws IOException {
    byte[] png = bytes("rgb8.png");
    assertRefused(withSize(png, 13, 10), "is truncated or damaged");
  }

  @Test
  void decompressionBombIsRefusedByItsHeader() throws IOException {
    assertRefused(
        withSize(bytes("rgb8.png"), 100_000, 100_000),
        "is 100000 x 100000 pixels, more than the 50000000 allowed");
    assertRefused(withSize(bytes("rgb8.png"), 0, 5), "says it is 0 x 5 pixels");
    byte[] jpeg = bytes("no-jfif-444.jpg");
    int frame = indexOfFrame(jpeg);
    ByteBuffer.wrap(jpeg).putInt(frame + 5, 0xFFFF_FFFF);
    assertRefused(jpeg, "is 65535 x 65535 pixels, more than");
  }

  @Test
  void fileOverTheByteLimitIsRefused() throws IOException {
    PhotographDecoder strict = new PhotographDecoder(new ImageLimits(100, 1000));
    byte[] png = bytes("rgb8.png");
    assertThatThrownBy(() -> strict.decode("a.png", png))
        .isInstanceOf(InputException.class)
        .hasMessage("a.png has " + png.length + " bytes, more than the 100 allowed");
  }

  @Test
  void cmykIsRefusedWithAnExplanation() throws IOException {
    assertRefused(bytes("cmyk.jpg"), "is a CMYK JPEG (4 channels); convert it to RGB");
  }

  @Test
  void animationIsRefused() throws IOException {
    assertRefused(bytes("animated.png"), "is an animation of 2 frames");
  }

  @Test
  void otherFormatsAreRefusedByTheirFirstBytes() {
    assertRefused(new byte[] {'G', 'I', 'F', '8', '9'}, "it begins with the bytes 47 49 46 38");
    assertRefused(new byte[0], "is not a PNG or JPEG file: it is empty");
  }

  @Test
  void arbitraryDamageEndsInOneMessageOrInPixels() throws IOException {
    for (String name : new String[] {"progressive.jpg", "baseline-420.jpg", "palette4.png"}) {
      byte[] whole = bytes(name);
      for (int at = 2; at < whole.length; at += 3) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) 0xA5;
        try {
          assertThat(decoder.decode("x", damaged).samples()).isNotEmpty();
        } catch (InputException e) {
          assertThat(e).hasMessageStartingWith("x ");
        }
      }
    }
  }

  private void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> decoder.decode("nsd-00013", bytes))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("nsd-00013 ")
        .hasMessageContaining(reason);
  }

  private void assertPixels(String name) throws IOException {
    // Given
    ByteBuffer expected = ByteBuffer.wrap(bytes(name + ".rgb"));
    int height = expected.getInt();
    int width = expected.getInt();
    byte[] samples = new byte[expected.remaining()];
    expected.get(samples);
    // When
    RgbImage image = decoder.decode(name, bytes(name));
    // Then
    assertThat(image.height()).isEqualTo(height);
    assertThat(image.width()).isEqualTo(width);
    assertThat(image.samples()).isEqualTo(samples);
  }

  private static byte[] withSize(byte[] png, int width, int height) {
    CRC32 sum = new CRC32();
    ByteBuffer file = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    sum.update(png, 12, 17);
    return file.putInt(PNG_HEADER_END - 4, (int) sum.getValue()).array();
  }

  private static int indexOfFrame(byte[] jpeg) {
    for (int i = 0; i + 1 < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
        return i;
      }
    }
    throw new AssertionError("no baseline frame header");
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = PhotographDecoderTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
