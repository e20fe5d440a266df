package io.chiasm.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;

/** The same file was read with pyarrow once; here the format's own classes read it back. */
class ParquetTest {
  @Test
  void everyCellComesBack() throws IOException {
    // Given
    Table table = new Table(Column.text("roi"), Column.number("mean"), Column.count("n"));
    table.row("V1v, „links“", 0.1, 8);
    table.row("", Double.NaN, 0);
    // When
    byte[] file = table.parquet();
    // Then
    FileMetaData meta = meta(file);
    assertThat(meta.getNum_rows()).isEqualTo(2);
    assertThat(meta.getSchema())
        .extracting(SchemaElement::getName)
        .containsExactly("table", "roi", "mean", "n");
    ByteBuffer roi = page(file, meta, 0);
    assertThat(List.of(text(roi), text(roi))).containsExactly("V1v, „links“", "");
    ByteBuffer mean = page(file, meta, 1);
    assertThat(List.of(mean.getDouble(), mean.getDouble())).containsExactly(0.1, Double.NaN);
    ByteBuffer n = page(file, meta, 2);
    assertThat(List.of(n.getInt(), n.getInt())).containsExactly(8, 0);
    assertThat(n.hasRemaining()).isFalse();
  }

  @Test
  void aTableWithoutRowsIsStillAFile() throws IOException {
    byte[] file = new Table(Column.text("roi")).parquet();
    assertThat(meta(file).getNum_rows()).isZero();
    assertThat(page(file, meta(file), 0).hasRemaining()).isFalse();
  }

  @Test
  void aCellOfAnotherKindIsRefused() {
    Table table = new Table(Column.count("n"));
    assertThatThrownBy(() -> table.row(0.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static FileMetaData meta(byte[] file) throws IOException {
    int end = file.length - 8;
    assertThat(new String(file, end + 4, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    int length = ByteBuffer.wrap(file, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return Util.readFileMetaData(new ByteArrayInputStream(file, end - length, length));
  }

  private static ByteBuffer page(byte[] file, FileMetaData meta, int column) throws IOException {
    ColumnMetaData chunk =
        new ArrayList<>(meta.getRow_groups().get(0).getColumns()).get(column).getMeta_data();
    int start = (int) chunk.getData_page_offset();
    ByteArrayInputStream in =
        new ByteArrayInputStream(
            Arrays.copyOfRange(file, start, start + (int) chunk.getTotal_compressed_size()));
    assertThat(Util.readPageHeader(in).getCompressed_page_size()).isEqualTo(in.available());
    byte[] plain = new GZIPInputStream(in).readAllBytes();
    return ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(ByteBuffer page) {
    byte[] text = new byte[page.getInt()];
    page.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
