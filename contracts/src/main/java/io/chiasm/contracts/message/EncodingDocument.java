package io.chiasm.contracts.message;

import io.chiasm.contracts.tensor.TensorPart;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results of one encoding task. Written last, so its presence means that all is there.
 *
 * @param arrays by name: {@code score_full} and the like {@code [vertex]}, {@code score_folds_full}
 *     and the like {@code [fold, vertex]}, float32
 * @param warnings for the report
 * @param predictions of one vertex; null if the task asks for none, or no vertex has a score
 */
public record EncodingDocument(
    Map<String, TensorRef> arrays,
    List<ModelWarning> warnings,
    @Nullable VertexPredictions predictions) {
  public EncodingDocument {
    arrays = Collections.unmodifiableMap(new TreeMap<>(arrays));
    warnings = List.copyOf(warnings);
  }

  /**
   * Where an array's file lies: arrays of one key lie in that object one behind the other, in the
   * order of their names. Documents of before have an object for each.
   */
  public Optional<TensorPart> part(String name) {
    TensorRef file = arrays.get(name);
    if (file == null) {
      return Optional.empty();
    }
    long from = 0;
    long all = 0;
    for (Map.Entry<String, TensorRef> other : arrays.entrySet()) {
      if (other.getValue().key().equals(file.key())) {
        all += other.getValue().bytes();
        from += other.getKey().compareTo(name) < 0 ? other.getValue().bytes() : 0;
      }
    }
    return Optional.of(new TensorPart(file, from, all));
  }
}
