package io.chiasm.local.power;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.lateralisation.LateralisationFile;
import io.chiasm.local.lateralisation.MeasuredLateralisation;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lateralisation that a study measured under one condition, from its results folder. */
public final class PriorStudy {
  private final List<RoiLateralisation> rois;

  private PriorStudy(List<RoiLateralisation> rois) {
    this.rois = List.copyOf(rois);
  }

  /** Which network, layer and split; what is null is the first of the table. */
  public record Choice(@Nullable String network, @Nullable String layer, @Nullable String split) {}

  /**
   * @param results folder of a study's results
   * @throws InputException if it holds no such table, or nothing of the choice
   */
  public static PriorStudy read(Path results, Choice choice) {
    List<MeasuredLateralisation> rows =
        LateralisationFile.read(results)
            .having("network", MeasuredLateralisation::network, choice.network())
            .having("layer", MeasuredLateralisation::layer, choice.layer())
            .having("split", MeasuredLateralisation::split, choice.split())
            .rows();
    return new PriorStudy(rois(rows));
  }

  /**
   * @throws InputException if there is none of this name
   */
  public RoiLateralisation roi(String name) {
    return rois.stream()
        .filter(roi -> roi.roi().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "ROI "
                        + name
                        + ": possible are "
                        + String.join(", ", rois.stream().map(RoiLateralisation::roi).toList())));
  }

  private static List<RoiLateralisation> rois(List<MeasuredLateralisation> rows) {
    Map<Roi, Map<String, List<Double>>> found = new LinkedHashMap<>();
    for (MeasuredLateralisation row : rows) {
      found
          .computeIfAbsent(row.roi(), roi -> new TreeMap<>())
          .computeIfAbsent(row.participant(), participant -> new ArrayList<>())
          .add(row.value());
    }
    List<RoiLateralisation> rois = new ArrayList<>();
    MeasuredLateralisation first = rows.get(0);
    String condition = first.network() + " · " + first.layer() + " · " + first.split();
    found.forEach((roi, values) -> rois.add(roi(condition, roi, values)));
    return rois;
  }

  private static RoiLateralisation roi(
      String condition, Roi roi, Map<String, List<Double>> values) {
    Sample participants =
        new Sample(values.values().stream().map(sides -> new Sample(sides).mean()).toList());
    return new RoiLateralisation(
        condition,
        roi.roiClass(),
        roi.name(),
        participants.n(),
        participants.mean(),
        participants.sd());
  }
}
