package io.chiasm.fuzz.seed;

import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.ModelWarning;
import io.chiasm.contracts.message.VertexPredictions;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Documents in JSON, each behind the byte that says which it is. */
final class DocumentSeeds {
  private static final String SHA256 = "00".repeat(32);
  private static final TensorRef TENSOR =
      new TensorRef(
          "b",
          new ObjectKey("a/b.npy"),
          Shape.of(2, 3),
          ElementType.FLOAT32,
          152,
          new Digest(SHA256));
  private static final UploadedFile FILE = new UploadedFile("data/a.npy", 3, List.of(SHA256));

  private DocumentSeeds() {}

  static Map<String, byte[]> all() {
    List<Object> documents = new ArrayList<>();
    documents.add(
        new FanIn(
            "study",
            List.of(new FanIn.BlockRows(new ObjectKey("a/c.npy"), List.of(0, 1))),
            new GramTask("features", Scaling.TRACE, new ObjectKey("g.json")),
            List.of()));
    documents.add(new GramDocument(Shape.of(1, 2, 2), TENSOR, TENSOR, null));
    documents.add(
        new EncodingDocument(
            Map.of("score_full", TENSOR),
            List.of(new ModelWarning(ModelWarning.Kind.SMALLEST_ALPHA, "full", 1, 2, "")),
            new VertexPredictions(1, Map.of("measured", TENSOR))));
    documents.add(new FailureDocument("t", "encoding-tasks", "why"));
    documents.add(new UploadTree(List.of(FILE)));
    documents.add(FILE);
    documents.add(new String[] {SHA256 + "-3"});
    Map<String, byte[]> seeds = new TreeMap<>();
    for (int i = 0; i < documents.size(); i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(i);
      out.writeBytes(Json.write(documents.get(i)));
      seeds.put(documents.get(i).getClass().getSimpleName().replace("[]", "s"), out.toByteArray());
    }
    return seeds;
  }
}
