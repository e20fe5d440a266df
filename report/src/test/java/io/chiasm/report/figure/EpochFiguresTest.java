package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.TrainingPoint;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.chart.CurveFigure;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.chart.PrintedFigure;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochFiguresTest {
  @Test
  void threeEpochsHaveALineForEveryLayer() {
    // Given: written in another order than that of training
    List<Figure> figures = figures("trained-epoch-12", "trained-epoch-3", "trained-epoch-0");
    // Then
    assertThat(figures).extracting(Figure::id).containsExactly("epochs", "epochs_performance");
    CurveFigure figure = (CurveFigure) figures.get(0);
    assertThat(figure.title()).isEqualTo("Lateralisation over training — trained-epoch");
    assertThat(figure.curves())
        .extracting(CurveFigure.Curve::label)
        .containsExactly("early", "middle", "late");
    assertThat(figure.panels())
        .extracting(CurveFigure.Panel::title)
        .containsExactly("V1v", "V1d", "all vertices");
    assertThat(figure.panels().get(0).lines().get(0))
        .extracting(CurveFigure.Point::x)
        .containsExactly(0.0, 3.0, 12.0);
    assertThat(figure.svg(Lettering.TEXT)).contains(">epoch<").contains(">12<");
    assertThat(new PrintedFigure(figure).png()).isNotEmpty();
  }

  @Test
  void twoEpochsAreNoCourse() {
    assertThat(figures("trained-epoch-1", "trained-epoch-2")).isEmpty();
  }

  @Test
  void everyTrainingHasItsOwnFigures() {
    List<Figure> figures =
        figures(
            "trained-a1-epoch-1",
            "trained-a1-epoch-2",
            "trained-a1-epoch-3",
            "trained-a2-epoch-1",
            "trained-a2-epoch-2",
            "trained-a2-epoch-3");
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly(
            "epochs_trained-a1-epoch",
            "epochs_performance_trained-a1-epoch",
            "epochs_trained-a2-epoch",
            "epochs_performance_trained-a2-epoch");
  }

  @Test
  void aSeriesThatTheStudyNamesHasItsAccuracyOverEpochsToo() {
    // Given: names that say nothing
    Study made = MadeStudy.study(List.of("trained-a", "trained-b", "trained-c"));
    List<NetworkSpec> networks = new ArrayList<>();
    for (NetworkSpec network : made.networks()) {
      networks.add(placed(network, 20L - 5 * networks.size(), 90.0 - networks.size()));
    }
    Study study = made.of(networks);
    StudyScores scores = MadeStudy.scores(study, 3);
    // When
    List<Figure> figures =
        new EpochFigures(study, new StudyView(scores, "features", name -> true)).figures();
    // Then
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("epochs", "epochs_performance", "epochs_accuracy");
    CurveFigure accuracy = (CurveFigure) figures.get(2);
    assertThat(accuracy.title()).isEqualTo("Accuracy over training — mine");
    assertThat(accuracy.panels().get(0).lines().get(0))
        .extracting(CurveFigure.Point::x, CurveFigure.Point::y)
        .containsExactly(tuple(10.0, 88.0), tuple(15.0, 89.0), tuple(20.0, 90.0));
    assertThat(new PrintedFigure(accuracy).png()).isNotEmpty();
    assertThat(figures.get(0).caption()).contains("tables/epochs.csv");
  }

  private static NetworkSpec placed(NetworkSpec network, long epoch, double accuracy) {
    return new NetworkSpec(
        network.name(),
        network.source(),
        new Weights.Trained(),
        null,
        null,
        null,
        network.layers(),
        new NetworkDetails(false, null, new TrainingPoint("mine", epoch, accuracy)));
  }

  private static List<Figure> figures(String... names) {
    Study made = MadeStudy.study(List.of(names));
    List<NetworkSpec> networks = made.networks().stream().map(EpochFiguresTest::saved).toList();
    Study study =
        new Study(
            made.name(),
            made.dataset(),
            networks,
            made.preprocessing(),
            made.split(),
            made.encoding(),
            made.validation(),
            made.semantic(),
            made.surface(),
            made.vertex());
    return new EpochFigures(
            study, new StudyView(MadeStudy.scores(study, 2), "features", name -> true))
        .figures();
  }

  private static NetworkSpec saved(NetworkSpec network) {
    return new NetworkSpec(
        network.name(),
        new NetworkSource.BuiltIn("efficientnet_b0", "/runs/" + network.name() + ".pth"),
        new Weights.Trained(),
        network.normalisation(),
        null,
        network.layers());
  }
}
