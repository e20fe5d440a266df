package io.chiasm.report.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays as nibabel writes them, of every type, encoding, order of bytes and of axes. */
class GiftiReaderTest {
  private static final float[] ROWS = {1, 2, 3, 4, 100, 6};
  private static final float[] COLUMNS = {1, 4, 2, 100, 3, 6};

  @ParameterizedTest
  @EnumSource(GiftiType.class)
  void everyTypeIsReadInEveryForm(GiftiType type) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (boolean rows : new boolean[] {true, false}) {
        byte[] bytes = bytes(type, order, rows ? ROWS : COLUMNS);
        String plain = Base64.getEncoder().encodeToString(bytes);
        String packed = Base64.getEncoder().encodeToString(packed(bytes));
        String axes = rows ? "RowMajorOrder" : "ColumnMajorOrder";
        String label = "NIFTI_TYPE_" + type.name();
        String words = rows ? "1 2 3 4 100 6" : "1 4\n2 100\n3 6";
        assertThat(read(label, "Base64Binary", order, axes, plain)).containsExactly(ROWS);
        assertThat(read(label, "GZipBase64Binary", order, axes, packed)).containsExactly(ROWS);
        assertThat(read(label, "ASCII", order, axes, words)).containsExactly(ROWS);
      }
    }
  }

  @Test
  void valuesBeyondTheSmallAreThoseOfTheType() {
    String minusOne = Base64.getEncoder().encodeToString(new byte[] {-1, -1, -1, -1, -1, -1});
    String label = "NIFTI_TYPE_";
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    assertThat(read(label + "UINT8", "Base64Binary", order, "RowMajorOrder", minusOne))
        .containsOnly(255);
    assertThat(read(label + "INT8", "Base64Binary", order, "RowMajorOrder", minusOne))
        .containsOnly(-1);
    assertThat(read(label + "FLOAT32", "ASCII", order, "RowMajorOrder", "nan 1e-3 inf -inf 0 -2"))
        .containsExactly(
            Float.NaN, 0.001f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -2);
  }

  @ParameterizedTest
  @CsvSource({
    "NIFTI_TYPE_COMPLEX64, Base64Binary, element type NIFTI_TYPE_COMPLEX64 is not read; possible",
    "NIFTI_TYPE_RGB24, Base64Binary, element type NIFTI_TYPE_RGB24 is not read; possible",
    "NIFTI_TYPE_FLOAT128, Base64Binary, element type NIFTI_TYPE_FLOAT128 is not read; possible",
    "NIFTI_TYPE_UINT8, ExternalFileBinary, its data lie in another file",
    "NIFTI_TYPE_UINT8, Base64Binary, 3 numbers where its header says 6",
    "NIFTI_TYPE_UINT8, Hex, encoding Hex is not known"
  })
  void whatIsNotReadIsNamed(String type, String encoding, String words) {
    assertThatThrownBy(() -> read(type, encoding, ByteOrder.LITTLE_ENDIAN, "RowMajorOrder", "AAAA"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("made.gii: ")
        .hasMessageContaining(words);
  }

  @Test
  void nibabelsFloat64CoordinatesAndInt64TrianglesAreRead() throws IOException {
    for (String kind : List.of("f64", "i64")) {
      Path file = SharedData.of("cases").resolve("gifti/" + kind + "/infl_left.gii.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        List<GiftiArray> arrays = GiftiReader.read(in, kind);
        assertThat(arrays).hasSize(2);
        assertThat(arrays.get(0).values()).hasSize(3 * 10_242);
        assertThat(arrays.get(1).integers()).hasSize(3 * 20_480);
        new Mesh(arrays.get(0).values(), arrays.get(1).integers());
      }
    }
  }

  private static float[] read(
      String type, String encoding, ByteOrder order, String axes, String data) {
    String xml =
        """
        <GIFTI Version="1.0" NumberOfDataArrays="1">
        <DataArray Intent="NIFTI_INTENT_POINTSET" DataType="%s" ArrayIndexingOrder="%s"
          Dimensionality="2" Dim0="2" Dim1="3" Encoding="%s" Endian="%s"
          ExternalFileName="" ExternalFileOffset=""><Data>%s</Data></DataArray></GIFTI>
        """
            .formatted(
                type,
                axes,
                encoding,
                order == ByteOrder.BIG_ENDIAN ? "BigEndian" : "LittleEndian",
                data);
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return GiftiReader.read(new ByteArrayInputStream(bytes), "made.gii").get(0).values();
  }

  private static byte[] bytes(GiftiType type, ByteOrder order, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(order);
    for (float value : values) {
      switch (type) {
        case FLOAT32 -> bytes.putFloat(value);
        case FLOAT64 -> bytes.putDouble(value);
        case UINT8, INT8 -> bytes.put((byte) value);
        case UINT16, INT16 -> bytes.putShort((short) value);
        case UINT32, INT32 -> bytes.putInt((int) value);
        case UINT64, INT64 -> bytes.putLong((long) value);
      }
    }
    return bytes.array();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out)) {
      deflating.write(bytes);
    }
    return out.toByteArray();
  }
}
