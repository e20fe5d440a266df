package io.chiasm.fuzz.seed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Seeds that are texts, or a few bytes by hand. */
final class TextSeeds {
  private static final String FOLDS =
      "stimulus,fold\n0,0\n1,0\n2,0\n3,1\n4,1\n5,1\nnsd-00006,2\n7,2\n8,2\n9,-1\n";
  private static final String CATEGORIES =
      "stimulus,category,left_fraction\nnsd-00000,person,0.5\n1,\"dog, big\",1\n2,cat,1e-3\n3,cat,0\n";
  private static final String NSD =
      "x,cocoId,nsdId,cropBox\n0,12,0,\"(0.0, 0.0, 0.125, .25)\"\n1,13,1,\"[0, 0, 0, 0]\"\n";
  private static final String COCO =
      """
      {"info": {"year": 2017}, "images": [{"id": 1, "width": 20, "height": 20, "x": []},
        {"id": 2, "width": 25, "height": 20}],
       "annotations": [{"image_id": 1, "category_id": 3, "bbox": [1.5, 2, 7, 8.25]},
        {"image_id": 2, "category_id": 4, "bbox": [12, 2, 7, 8]}],
       "categories": [{"id": 3, "name": "dog"}, {"id": 4, "name": "cat"}]}
      """;
  private static final String TOKENS =
      "- {name: ana, role: scientist, sha256: '" + "0a".repeat(32) + "', expires: 2030-01-31}\n";
  private static final String TRIANGLE =
      "00000003" + "00000001" + "3f800000".repeat(9) + "000000000000000100000002";
  private static final String GIFTI =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <GIFTI Version="1.0" NumberOfDataArrays="2"><MetaData/>
      <DataArray Intent="NIFTI_INTENT_POINTSET" DataType="NIFTI_TYPE_FLOAT32" Dimensionality="2"
       Dim0="3" Dim1="3" Encoding="ASCII" Endian="LittleEndian" ArrayIndexingOrder="RowMajorOrder">
       <Data>0 0 1 nan -inf 2e1 1 1 1</Data></DataArray>
      <DataArray Intent="NIFTI_INTENT_TRIANGLE" DataType="NIFTI_TYPE_INT32" Dimensionality="2"
       Dim0="1" Dim1="3" Encoding="%s" Endian="LittleEndian">
       <Data>%s</Data></DataArray></GIFTI>
      """;
  private static final String DEPTH =
      """
      <GIFTI><DataArray Intent="NIFTI_INTENT_SHAPE" Dim0="3"><Data>0.5 -1 2</Data></DataArray></GIFTI>
      """;

  private TextSeeds() {}

  static Map<String, byte[]> of(String target) throws IOException {
    return switch (target) {
      case "tokens" -> text(TOKENS);
      case "folds" -> text(FOLDS);
      case "categories" ->
          Map.of("sided", utf8(CATEGORIES), "plain", utf8("stimulus,category\n1,a\n"));
      case "nsd-stimuli" -> text(NSD);
      case "coco" -> text(COCO);
      case "references" ->
          text("# objects that this study refers to, 1\na/b.npy\nstudies/c.json\n");
      case "folder-record" -> text("run\ta.csv\nrun\tfigures/b.svg\nextract\tc.npy\n");
      case "surface-mesh" -> Map.of("triangle", hex("fffffe" + "6d6164650a0a" + TRIANGLE));
      case "surface-depth" ->
          Map.of("depth", hex("ffffff" + "000000030000000100000001" + "3f800000".repeat(3)));
      case "gifti-mesh" -> giftis();
      case "gifti-depth" -> text(DEPTH);
      case "gifti-packed" ->
          Map.of(
              "ascii.gz",
              gzip(
                  utf8(
                      GIFTI.replace("nan", "0").replace("-inf", "0").formatted("ASCII", "0 1 2"))));
      default -> Map.of();
    };
  }

  /** The triangle's corners 0, 1, 2 in every encoding. */
  private static Map<String, byte[]> giftis() {
    String finite = GIFTI.replace("nan", "0").replace("-inf", "0");
    return Map.of(
        "ascii.gii", utf8(finite.formatted("ASCII", "0 1 2")),
        "unusual.gii", utf8(GIFTI.formatted("ASCII", "0 1 2")),
        "base64.gii", utf8(finite.formatted("Base64Binary", "AAAAAAEAAAACAAAA")),
        "zlib.gii", utf8(finite.formatted("GZipBase64Binary", "eJxjYGBgYARiJiAGAAAcAAQ=")));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> text(String text) {
    return Map.of("text", utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
