package io.chiasm.fuzz.reading;

import io.chiasm.contracts.photograph.Orientation;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;

/** Photographs as the extractor decodes them, and what they say about how they were held. */
public final class PhotographReading {
  private static final PhotographDecoder DECODER =
      new PhotographDecoder(new ImageLimits(1 << 20, 1 << 20));

  private PhotographReading() {}

  public static void decode(byte[] bytes) {
    DECODER.decode("photograph", bytes);
  }

  public static void orientation(byte[] bytes) {
    Orientation.of(bytes);
  }
}
