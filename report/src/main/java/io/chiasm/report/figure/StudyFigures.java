package io.chiasm.report.figure;

import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.dataset.semantic.CategoryFeatures;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.results.NormalisedScore;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.VertexPrediction;
import io.chiasm.report.statistics.AcrossResult;
import io.chiasm.report.statistics.ContrastResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a study, in the order of its argument. */
public final class StudyFigures {
  private static final String MIRRORED = StudyOrder.label(SplitSpec.Control.MIRRORED);

  private final StudyView view;
  private final Study study;
  private final Significance significance;
  private final BarFigures scores;
  private final BarFigures unique;
  private final List<ContrastResult> tests;
  private final List<AcrossResult> across;
  private final List<NormalisedScore> normalised;
  private final @Nullable VertexPrediction vertex;

  private StudyFigures(
      Study study,
      StudyScores scores,
      List<ContrastResult> tests,
      List<AcrossResult> across,
      List<NormalisedScore> normalised,
      @Nullable VertexPrediction vertex) {
    this.study = study;
    this.tests = tests;
    this.across = across;
    this.normalised = normalised;
    this.vertex = vertex;
    this.view =
        new StudyView(
            scores,
            study.split().label(),
            name -> study.semantic() == null || !name.equals(CategoryFeatures.NETWORK));
    this.significance = new Significance(tests);
    this.scores = new BarFigures(view, significance, Measure.SCORE);
    this.unique = new BarFigures(view, significance, Measure.UNIQUE);
  }

  /** Without what a study across networks adds. */
  public static List<Chapter> of(
      Study study,
      StudyScores scores,
      List<ContrastResult> tests,
      List<NormalisedScore> normalised,
      @Nullable VertexPrediction vertex) {
    return of(study, scores, tests, List.of(), normalised, vertex);
  }

  /**
   * Chapters that have nothing to show say why; empty if the study has no results.
   *
   * @param across correlations across networks; empty for too few
   * @param normalised scores beside noise ceilings; empty if there are none
   * @param vertex whose predictions are shown; null for none
   */
  public static List<Chapter> of(
      Study study,
      StudyScores scores,
      List<ContrastResult> tests,
      List<AcrossResult> across,
      List<NormalisedScore> normalised,
      @Nullable VertexPrediction vertex) {
    StudyFigures figures = new StudyFigures(study, scores, tests, across, normalised, vertex);
    return figures.view.conditions().isEmpty() ? List.of() : figures.chapters();
  }

  private List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(VertexFigures.chapter(vertex));
    chapters.add(
        new Chapter(
            "prediction",
            "Contralateral prediction against ipsilateral",
            "If a network is brain-like, the contralateral half of its feature map predicts better"
                + " than the ipsilateral half.",
            networks(scores)));
    chapters.add(
        new Chapter(
            "layers",
            "Early, middle and late layers",
            "Receptive fields grow with depth, so lateralisation should be largest early.",
            scores.byLayer()));
    callosum().ifPresent(chapters::add);
    chapters.add(trained());
    chapters.add(performance());
    chapters.add(SemanticFigures.chapter(view, scores));
    chapters.add(hemispheres());
    chapters.add(AccuracyFigures.chapter(study, view, tests, across));
    chapters.add(uniqueVariance());
    chapters.add(controls());
    return chapters;
  }

  private List<Figure> networks(BarFigures figures) {
    return view.networks().stream().flatMap(n -> figures.prediction(n).stream()).toList();
  }

  /** Only of a study that has several callosa. */
  private Optional<Chapter> callosum() {
    List<Figure> figures = new CallosumFigures(study.split(), view).figures();
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chapter(
                "callosum",
                "The callosum's depth",
                "Joined early, a late layer sees both hemifields; joined late or never, it is as"
                    + " lateral as an early one. Which depth is most like the brain's?",
                figures));
  }

  private Chapter trained() {
    return new Chapter(
        "training",
        "Trained against untrained",
        view.networks().size() > 1
            ? "What training adds: lateralisation layer by layer, networks side by side."
            : "The study has one network, so there is nothing to compare it with.",
        training());
  }

  private List<Figure> training() {
    List<Figure> figures = new ArrayList<>(new EpochFigures(study, view).figures());
    figures.addAll(scores.byNetwork());
    return figures;
  }

  private Chapter performance() {
    return new Chapter(
        "performance",
        "Performance of the standard model",
        "The usual encoding model sees the whole feature map; lateralisation means little where"
            + " even this model predicts nothing."
            + (normalised.isEmpty()
                ? " There is no noise ceiling: none is given (dataset.noise_ceiling), and the"
                    + " participants cannot be compared vertex by vertex."
                : ""),
        new PerformanceFigures(view, normalised).figures());
  }

  private Chapter hemispheres() {
    boolean mirrored = study.split().controls().contains(SplitSpec.Control.MIRRORED);
    List<Figure> figures = new ArrayList<>(scores.hemispheres());
    if (mirrored && !view.under(MIRRORED).conditions().isEmpty()) {
      figures.addAll(control(MIRRORED, Measure.SCORE).hemispheres());
    }
    return new Chapter(
        "hemispheres",
        "Hemispheres in the last layer",
        "With symmetric padding on even sizes, the columns of a late feature map are centred to one"
            + " side of the image's midline, so its halves are not equally far from it. "
            + grid(mirrored),
        figures);
  }

  private String grid(boolean mirrored) {
    if (!mirrored) {
      return "Without the mirrored control (split.controls: [mirrored]) a difference between"
          + " hemispheres cannot be told from that.";
    }
    return study.split().at() == SplitSpec.At.ARCHITECTURE
        ? "The mirrored control changes that side for the network as it is; maps that are joined at"
            + " a callosum have another grid (tables/callosa.csv), of which it tells nothing."
        : "The mirrored control changes that side: a difference that follows it is not the"
            + " brain's.";
  }

  private Chapter uniqueVariance() {
    boolean there = view.has(Quantity.UNIQUE_CONTRA);
    List<Figure> figures = new ArrayList<>();
    if (there) {
      figures.addAll(networks(unique));
      figures.addAll(unique.byLayer());
      figures.addAll(unique.byNetwork());
      figures.addAll(SemanticFigures.unique(view, unique));
      figures.addAll(unique.hemispheres());
      if (study.split().controls().contains(SplitSpec.Control.MIRRORED)) {
        figures.addAll(control(MIRRORED, Measure.UNIQUE).hemispheres());
      }
      figures.addAll(AccuracyFigures.unique(study, view, tests, across));
      figures.addAll(controls(Measure.UNIQUE));
    }
    return new Chapter(
        "unique",
        "Unique variance",
        there
            ? "The halves of an image are correlated, so each half predicts some of what the other"
                + " explains. Unique variance is what only one half explains."
            : "The encoding models hold no unique variance.",
        figures);
  }

  private Chapter controls() {
    List<Figure> figures = controls(Measure.SCORE);
    return new Chapter(
        "controls",
        "Controls",
        figures.isEmpty()
            ? "The study has no control splits (split.controls)."
            : "The same machinery with other halves, which take the places of contra and ipsi:"
                + " upper and lower halves should part V1v from V1d; random halves of positions and"
                + " of channels should show nothing; mirrored repeats the study on flipped"
                + " photographs."
                + apart(),
        figures);
  }

  private String apart() {
    boolean apart =
        study.split().controls().stream()
            .anyMatch(c -> c == SplitSpec.Control.IMAGE || c.callosum().isPresent());
    return apart
        ? " Where halves are kept apart, before the network or in it, nothing or less crosses the"
            + " midline."
        : "";
  }

  private List<Figure> controls(Measure measure) {
    return study.split().controls().stream()
        .map(StudyOrder::label)
        .filter(control -> !view.under(control).conditions().isEmpty())
        .flatMap(control -> control(control, measure).byLayer().stream())
        .toList();
  }

  private BarFigures control(String split, Measure measure) {
    return new BarFigures(view.under(split), significance, measure.control(split));
  }
}
