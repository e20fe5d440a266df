package io.chiasm.report.export;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.markup.Markup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/** One value per vertex as GIFTI 1.0: little-endian float32, packed with zlib, in Base64. */
final class GiftiFile {
  private GiftiFile() {}

  /**
   * @param name of the map, shown by viewers
   * @param values {@code [vertex]}, NaN where there is none
   */
  static byte[] of(String name, Hemisphere hemisphere, float[] values) {
    Markup xml = new Markup();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.open("GIFTI", "Version", "1.0", "NumberOfDataArrays", "1").line();
    String cortex = hemisphere == Hemisphere.LH ? "CortexLeft" : "CortexRight";
    metaData(xml, "AnatomicalStructurePrimary", cortex);
    xml.empty("LabelTable").line();
    xml.open(
        "DataArray",
        "Intent",
        "NIFTI_INTENT_SHAPE",
        "DataType",
        "NIFTI_TYPE_FLOAT32",
        "ArrayIndexingOrder",
        "RowMajorOrder",
        "Dimensionality",
        "1",
        "Dim0",
        Integer.toString(values.length),
        "Encoding",
        "GZipBase64Binary",
        "Endian",
        "LittleEndian",
        "ExternalFileName",
        "",
        "ExternalFileOffset",
        "0");
    metaData(xml.line(), "Name", name);
    xml.element("Data", Base64.getEncoder().encodeToString(packed(values))).close().line();
    return xml.close().line().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void metaData(Markup xml, String name, String value) {
    xml.open("MetaData").open("MD").element("Name", name).element("Value", value);
    xml.close().close().line();
  }

  private static byte[] packed(float[] values) {
    ByteBuffer plain = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    plain.asFloatBuffer().put(values);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(plain.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return packed.toByteArray();
  }
}
