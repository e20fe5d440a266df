package io.chiasm.report.results;

import io.chiasm.contracts.study.Epoch;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.TrainingPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The checkpoints of one training.
 *
 * @param checkpoints in the order of their epochs
 */
public record TrainingSeries(String name, List<Checkpoint> checkpoints) {
  /** Fewer epochs make no course. */
  public static final int LEAST = 3;

  /**
   * A network of the study.
   *
   * @param accuracy in percent, as the study says; NaN if it does not
   */
  public record Checkpoint(String network, long epoch, double accuracy) {}

  public TrainingSeries {
    checkpoints = checkpoints.stream().sorted(Comparator.comparingLong(Checkpoint::epoch)).toList();
  }

  /**
   * Every series of a study with at least {@value #LEAST} epochs: as the study names it, or else by
   * the part of its networks' names that is not the epoch.
   *
   * @param there whether there is anything of a network, by its name
   */
  public static List<TrainingSeries> of(Study study, Predicate<String> there) {
    Map<String, List<Checkpoint>> series = new LinkedHashMap<>();
    for (NetworkSpec network : study.networks()) {
      OptionalLong epoch = Epoch.of(network);
      if (epoch.isPresent() && there.test(network.name())) {
        series
            .computeIfAbsent(name(network, epoch.getAsLong()), x -> new ArrayList<>())
            .add(checkpoint(network, epoch.getAsLong()));
      }
    }
    return series.entrySet().stream()
        .map(entry -> new TrainingSeries(entry.getKey(), entry.getValue()))
        .filter(one -> one.epochs() >= LEAST)
        .toList();
  }

  private static Checkpoint checkpoint(NetworkSpec network, long epoch) {
    TrainingPoint point = network.details().point();
    Double accuracy = point == null ? null : point.accuracy();
    return new Checkpoint(network.name(), epoch, accuracy == null ? Double.NaN : accuracy);
  }

  /** {@code run-epoch-012} of epoch 12 becomes {@code run-epoch}. */
  private static String name(NetworkSpec network, long epoch) {
    TrainingPoint point = network.details().point();
    return point == null
        ? network.name().replaceFirst("[-_=. ]*0*" + epoch + "(?!.*\\d)", "")
        : point.series();
  }

  private long epochs() {
    return checkpoints.stream().mapToLong(Checkpoint::epoch).distinct().count();
  }
}
