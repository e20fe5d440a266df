package io.chiasm.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * A table as Parquet: one row group, one gzipped plain page per column, no column optional. The
 * metadata is written by Apache's own classes; https://parquet.apache.org/docs/file-format/.
 */
final class Parquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final Table table;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<ColumnChunk> chunks = new ArrayList<>();

  private Parquet(Table table) {
    this.table = table;
  }

  static byte[] of(Table table) {
    try {
      return new Parquet(table).bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private byte[] bytes() throws IOException {
    file.write(MAGIC);
    long size = 0;
    for (int column = 0; column < table.columns().size(); column++) {
      size += chunk(column);
    }
    int start = file.size();
    Util.writeFileMetaData(metaData(size), file);
    int length = file.size() - start;
    file.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    file.write(MAGIC);
    return file.toByteArray();
  }

  private FileMetaData metaData(long size) {
    List<SchemaElement> schema = new ArrayList<>();
    schema.add(new SchemaElement("table").setNum_children(table.columns().size()));
    table.columns().forEach(column -> schema.add(element(column)));
    RowGroup group = new RowGroup(chunks, size, table.rows().size());
    return new FileMetaData(1, schema, table.rows().size(), List.of(group)).setCreated_by("chiasm");
  }

  private static SchemaElement element(Column column) {
    SchemaElement element =
        new SchemaElement(column.name())
            .setType(type(column))
            .setRepetition_type(FieldRepetitionType.REQUIRED);
    return column.kind() == Column.Kind.TEXT
        ? element.setConverted_type(ConvertedType.UTF8)
        : element;
  }

  private static Type type(Column column) {
    return switch (column.kind()) {
      case TEXT -> Type.BYTE_ARRAY;
      case NUMBER -> Type.DOUBLE;
      case COUNT -> Type.INT32;
    };
  }

  /** Returns the uncompressed size with the page's header. */
  private long chunk(int column) throws IOException {
    byte[] plain = plain(column);
    byte[] packed = gzipped(plain);
    int rows = table.rows().size();
    PageHeader header =
        new PageHeader(PageType.DATA_PAGE, plain.length, packed.length)
            .setData_page_header(
                new DataPageHeader(rows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    long start = file.size();
    Util.writePageHeader(header, file);
    long head = file.size() - start;
    file.write(packed);
    ColumnMetaData meta =
        new ColumnMetaData(
            type(table.columns().get(column)),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(table.columns().get(column).name()),
            CompressionCodec.GZIP,
            rows,
            head + plain.length,
            head + packed.length,
            start);
    chunks.add(new ColumnChunk(start).setMeta_data(meta));
    return head + plain.length;
  }

  private byte[] plain(int column) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (List<Object> row : table.rows()) {
      plain.writeBytes(bytes(row.get(column)));
    }
    return plain.toByteArray();
  }

  private static byte[] bytes(Object cell) {
    if (cell instanceof Double number) {
      return little(8).putDouble(number).array();
    }
    if (cell instanceof Integer count) {
      return little(4).putInt(count).array();
    }
    byte[] text = ((String) cell).getBytes(StandardCharsets.UTF_8);
    return little(4 + text.length).putInt(text.length).put(text).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
