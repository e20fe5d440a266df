package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.Epoch;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.TrainingPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The keys {@code series}, {@code epoch} and {@code accuracy}, and what checkpoints' names say. */
final class TrainingReader {
  private static final String NAME =
      "1 to 64 letters, digits, '.', '_' or '-', first and last a letter or digit";
  private static final String PERCENT = "a percentage from 0 to 100";
  private static final String WHERE = "only with checkpoints, or with series and epoch";

  private final Section entry;
  private final PerFile<Double> accuracy;

  /**
   * @param stems of the entry's files; empty if it has no pattern
   */
  TrainingReader(Section entry, List<String> stems) {
    this.entry = entry;
    this.accuracy =
        PerFile.of(entry, "accuracy", stems, v -> v.number(a -> a >= 0 && a <= 100, PERCENT));
  }

  /**
   * Where a network of the entry stands; null if the entry does not say, or leaves it to the names
   * of files of weights.
   *
   * @param base the entry's name
   */
  @Nullable TrainingPoint of(String base, Variant variant) {
    boolean graphs = variant.source() instanceof NetworkSource.Onnx;
    if (entry.has("checkpoints")) {
      refuse("series", "not with checkpoints, whose name is the series'");
      refuse("epoch", "not with checkpoints, whose files' names say it");
      return graphs || entry.has("accuracy") ? checkpoint(base, variant) : null;
    }
    if (!entry.has("series") && !entry.has("epoch")) {
      refuse("accuracy", WHERE);
      return null;
    }
    return new TrainingPoint(
        entry.required("series", NAME).text(NetworkSpec::isName, NAME),
        entry
            .required("epoch", "a whole number from 0")
            .wholeNumber(0, TrainingPoint.LARGEST_EPOCH),
        accuracy.get(variant.stem()));
  }

  private TrainingPoint checkpoint(String base, Variant variant) {
    OptionalLong epoch = Epoch.of(file(variant.source()));
    if (epoch.isEmpty()) {
      throw entry
          .required("checkpoints", Checkpoints.POSSIBLE)
          .place()
          .wrong(
              "found no epoch in the name " + Quote.of(variant.stem()),
              "names with a number after epoch, checkpoint or ckpt, such as epoch-12");
    }
    return new TrainingPoint(base, epoch.getAsLong(), accuracy.get(variant.stem()));
  }

  private static Path file(NetworkSource source) {
    return source instanceof NetworkSource.Onnx onnx
        ? onnx.file()
        : Path.of(((NetworkSource.BuiltIn) source).weights());
  }

  private void refuse(String key, String possible) {
    entry
        .value(key)
        .ifPresent(
            value -> {
              throw value.place().wrong("not possible here", possible);
            });
  }
}
