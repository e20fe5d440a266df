package io.chiasm.report.surface;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads GIFTI 1.0 (https://www.nitrc.org/projects/gifti): arrays of real numbers in ASCII, Base64
 * or zlib-packed Base64, of the types that the format names and of those that nibabel writes
 * besides. Entities, external files and more than {@value #LARGEST} numbers an array are refused.
 */
final class GiftiReader {
  private static final int LARGEST = 4_000_000;
  private static final int ARRAYS = 16;

  /**
   * The largest array as text, and room for others; a packed file may claim any number of bytes.
   */
  private static final int LONGEST = 64 << 20;

  private final String name;
  private final XMLStreamReader xml;

  private GiftiReader(String name, XMLStreamReader xml) {
    this.name = name;
    this.xml = xml;
  }

  /**
   * @param name of the file, for messages
   * @throws InputException if the file is not such a GIFTI
   */
  static List<GiftiArray> read(InputStream in, String name) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new InputException(name + ": more than " + LONGEST + " bytes, unpacked");
      }
      InputStream text = new ByteArrayInputStream(bytes);
      return new GiftiReader(name, factory.createXMLStreamReader(text)).arrays();
    } catch (XMLStreamException | IOException | IllegalArgumentException e) {
      throw new InputException(name + ": not a GIFTI file (" + firstLine(e) + ")", e);
    }
  }

  private List<GiftiArray> arrays() throws XMLStreamException, IOException {
    List<GiftiArray> arrays = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("DataArray")) {
        arrays.add(array());
        if (arrays.size() > ARRAYS) {
          throw new InputException(name + ": more than " + ARRAYS + " arrays");
        }
      }
    }
    return arrays;
  }

  private GiftiArray array() throws XMLStreamException, IOException {
    String intent = attribute("Intent", "NIFTI_INTENT_NONE");
    String type = attribute("DataType", "NIFTI_TYPE_FLOAT32");
    String encoding = attribute("Encoding", "ASCII");
    boolean little = attribute("Endian", "LittleEndian").equals("LittleEndian");
    boolean rows = attribute("ArrayIndexingOrder", "RowMajorOrder").equals("RowMajorOrder");
    int height = dimension("Dim0");
    int columns = columns(attribute("Dimensionality", "1"));
    String elsewhere = attribute("ExternalFileName", "");
    if (!elsewhere.isBlank() || encoding.equals("ExternalFileBinary")) {
      throw new InputException(
          "%s: its data lie in another file (%s); write them into this one"
              .formatted(name, elsewhere));
    }
    if ((long) height * columns > LARGEST) {
      throw new InputException(
          String.format(Locale.ROOT, "%s: more than %d numbers", name, LARGEST));
    }
    float[] values = decoded(data(), encoding, type(type), little, height * columns);
    return new GiftiArray(intent, rows ? values : transposed(values, height, columns), columns);
  }

  private int columns(String dimensions) {
    return switch (dimensions) {
      case "1" -> 1;
      case "2" -> dimension("Dim1");
      default -> throw new InputException(name + ": an array of " + dimensions + " dimensions");
    };
  }

  private GiftiType type(String label) {
    return GiftiType.of(label)
        .orElseThrow(
            () ->
                new InputException(
                    "%s: element type %s is not read; possible: %s"
                        .formatted(name, label, GiftiType.labels())));
  }

  private String data() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Data")) {
        return xml.getElementText();
      }
    }
    throw new InputException(name + ": an array without data");
  }

  private float[] decoded(String text, String encoding, GiftiType type, boolean little, int count)
      throws IOException {
    return switch (encoding) {
      case "ASCII" -> ascii(text, count);
      case "Base64Binary" -> binary(base64(text), type, little, count);
      case "GZipBase64Binary" ->
          binary(
              new InflaterInputStream(new ByteArrayInputStream(base64(text)))
                  .readNBytes(count * type.bytes() + 1),
              type,
              little,
              count);
      default -> throw new InputException(name + ": encoding " + encoding + " is not known");
    };
  }

  private float[] ascii(String text, int count) {
    StringTokenizer words = new StringTokenizer(text);
    float[] values = new float[count];
    int found = 0;
    for (; words.hasMoreTokens() && found < count; found++) {
      values[found] = number(words.nextToken());
    }
    requireCount(found + words.countTokens(), count);
    return values;
  }

  /** Also as C writes what is no number. */
  private static float number(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan", "-nan" -> Float.NaN;
      case "inf" -> Float.POSITIVE_INFINITY;
      case "-inf" -> Float.NEGATIVE_INFINITY;
      default -> Float.parseFloat(word);
    };
  }

  private float[] binary(byte[] bytes, GiftiType type, boolean little, int count) {
    requireCount(bytes.length / type.bytes(), count);
    if (bytes.length > count * type.bytes()) {
      throw new InputException(name + ": more data than its header says");
    }
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = type.next(buffer);
    }
    return values;
  }

  private void requireCount(int found, int expected) {
    if (found != expected) {
      throw new InputException(
          String.format(
              Locale.ROOT, "%s: %d numbers where its header says %d", name, found, expected));
    }
  }

  private static byte[] base64(String text) {
    return Base64.getMimeDecoder().decode(text.strip());
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] transposed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      transposed[i % rows * columns + i / rows] = values[i];
    }
    return transposed;
  }

  private int dimension(String key) {
    int dimension = Integer.parseInt(attribute(key, "1"));
    if (dimension < 1 || dimension > LARGEST) {
      throw new InputException(
          String.format(Locale.ROOT, "%s: %s is %d; 1 to %d", name, key, dimension, LARGEST));
    }
    return dimension;
  }

  private String attribute(String key, String otherwise) {
    String value = xml.getAttributeValue(null, key);
    return value == null ? otherwise : value;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
  }
}
