package io.chiasm.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Model;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.chart.PredictionFigure;
import io.chiasm.report.chart.PrintedFigure;
import io.chiasm.report.results.MadeVertex;
import io.chiasm.report.results.VertexPrediction;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VertexFiguresTest {
  @Test
  void everyModelsScoreStandsOverItsPanel() {
    PredictionFigure figure = figure(MadeVertex.of(872));
    assertThat(figure.panels())
        .extracting(PredictionFigure.Panel::title)
        .containsExactly("Full: r = 0.550", "Contralateral: r = 0.670", "Ipsilateral: r = 0.190");
    assertThat(figure.title())
        .isEqualTo("Single-vertex prediction — subj01, left hemisphere, vertex 12345 (V1v, early)");
  }

  @Test
  void theCaptionSaysWhatIsShownAndHowItWasChosen() {
    assertThat(figure(MadeVertex.of(872)).caption())
        .contains("the first 60 of 872 held-out stimuli, from nsd-00013 to nsd-00426")
        .contains("highest score of the full model")
        .contains("not a typical one");
  }

  @Test
  void fewStimuliAreAllDrawn() {
    PredictionFigure figure = figure(MadeVertex.of(7));
    assertThat(figure.stretch()).isEqualTo(7);
    assertThat(figure.svg(Lettering.TEXT)).contains("Contralateral: r = 0.670").contains("</svg>");
    assertThat(new PrintedFigure(figure).png()).isNotEmpty();
  }

  @Test
  void theJointSplitHasTheFullModelAlone() {
    VertexPrediction all = MadeVertex.of(30);
    VertexPrediction joint =
        new VertexPrediction(
            all.participant(),
            all.hemisphere(),
            all.vertex(),
            all.rois(),
            all.condition(),
            true,
            all.rows(),
            Map.of(Model.FULL, 0.5));
    assertThat(figure(joint).panels()).hasSize(1);
    assertThat(figure(joint).caption()).contains("The study names this vertex.");
  }

  @Test
  void withoutPredictionsTheChapterSaysWhy() {
    Chapter chapter = VertexFigures.chapter(null);
    assertThat(chapter.figures()).isEmpty();
    assertThat(chapter.text()).contains("No vertex");
  }

  private static PredictionFigure figure(VertexPrediction shown) {
    return (PredictionFigure) VertexFigures.chapter(shown).figures().get(0);
  }
}
