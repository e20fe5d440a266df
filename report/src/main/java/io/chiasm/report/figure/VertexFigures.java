package io.chiasm.report.figure;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.PredictionFigure;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.VertexPrediction;
import io.chiasm.report.table.DecimalText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figure of single-vertex prediction. */
final class VertexFigures {
  /** More stimuli than this cannot be told apart side by side. */
  private static final int STRETCH = 60;

  private static final Map<Model, String> COLOURS =
      Map.of(
          Model.FULL,
          StudyColours.FULL,
          Model.CONTRA,
          StudyColours.CONTRA,
          Model.IPSI,
          StudyColours.IPSI);
  private static final Map<Model, String> NAMES =
      Map.of(Model.FULL, "Full", Model.CONTRA, "Contralateral", Model.IPSI, "Ipsilateral");

  private VertexFigures() {}

  static Chapter chapter(@Nullable VertexPrediction shown) {
    return new Chapter(
        "vertex",
        "Single-vertex prediction",
        shown == null
            ? "No vertex of the first layer has a score of the full model."
            : "What a score is made of: responses of one vertex to photographs that its models were"
                + " not fitted to.",
        shown == null ? List.of() : List.of(figure(shown)));
  }

  private static Figure figure(VertexPrediction shown) {
    int stretch = Math.min(STRETCH, shown.rows().size());
    List<PredictionFigure.Panel> panels =
        List.of(Model.FULL, Model.CONTRA, Model.IPSI).stream()
            .filter(shown.scores()::containsKey)
            .map(model -> panel(shown, model))
            .toList();
    return new PredictionFigure(
        "vertex",
        "Single-vertex prediction — " + place(shown),
        caption(shown, stretch),
        "held-out stimuli in order of their ids",
        stretch,
        shown.rows().stream().map(VertexPrediction.Row::measured).toList(),
        panels);
  }

  private static PredictionFigure.Panel panel(VertexPrediction shown, Model model) {
    return new PredictionFigure.Panel(
        "%s: r = %s"
            .formatted(
                NAMES.getOrDefault(model, model.label()), DecimalText.three(shown.score(model))),
        COLOURS.getOrDefault(model, StudyColours.FULL),
        shown.rows().stream().map(row -> row.predicted(model)).toList());
  }

  private static String place(VertexPrediction shown) {
    String side = shown.hemisphere() == Hemisphere.LH ? "left" : "right";
    String rois = shown.rois().stream().map(Roi::name).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s, %s hemisphere, vertex %d%s",
        shown.participant(),
        side,
        shown.vertex(),
        rois.isEmpty() ? "" : " (" + rois + ")");
  }

  private static String caption(VertexPrediction shown, int stretch) {
    String how =
        shown.chosen()
            ? "The study names this vertex."
            : "Of all participants and hemispheres this vertex has the highest score of the full"
                + " model in this layer: the best of many, not a typical one.";
    return "Encoding models of "
        + shown.condition().network()
        + ", layer "
        + shown.condition().layer()
        + (shown.condition().layer().equals(shown.condition().tensor())
            ? ""
            : " (" + shown.condition().tensor() + ")")
        + ", split "
        + shown.condition().split()
        + ". Left: the first "
        + stretch
        + " of "
        + shown.rows().size()
        + " held-out stimuli, from "
        + shown.rows().get(0).stimulus()
        + " to "
        + shown.rows().get(stretch - 1).stimulus()
        + "; right: all of them. Each is predicted by the fit that did not see it. r: mean over"
        + " folds of the correlation of predicted and measured responses. "
        + how
        + " Responses in the data set's own unit. Numbers: tables/vertex.csv.";
  }
}
