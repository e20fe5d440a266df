package io.chiasm.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.chart.BarFigure.Bar;
import io.chiasm.report.chart.BarFigure.Group;
import io.chiasm.report.chart.BarFigure.Series;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureDataTest {
  @Test
  void barsAndTheirDots() {
    BarFigure figure =
        new BarFigure(
            "bars",
            "Bars",
            "r",
            "A caption.",
            "one participant",
            List.of(new Series("full", "#000000"), new Series("contra", "#ff0000")),
            List.of(
                new BarFigure.Panel(
                    "early",
                    List.of(
                        new Group(
                            "V1v",
                            "visual",
                            List.of(
                                new Bar(0.5, 0.1, 2, List.of(0.4, 0.6), "*"),
                                new Bar(0.25, Double.NaN, 1, List.of())))))));
    assertThat(csv(figure))
        .isEqualTo(
            """
            panel,section,group,series,point,value,sd,n,mark
            early,visual,V1v,full,0,0.5,0.1,2,*
            early,visual,V1v,full,1,0.4,NaN,1,
            early,visual,V1v,full,2,0.6,NaN,1,
            early,visual,V1v,contra,0,0.25,NaN,1,
            """);
  }

  @Test
  void barsWithIntervalsHaveTheirBounds() {
    Bar bar = new Bar(0.5, Double.NaN, 4, List.of(), "", new BarFigure.Ends(0.4, 0.7));
    BarFigure figure =
        new BarFigure(
            "bars",
            "Bars",
            "r",
            "A caption.",
            "one participant",
            List.of(new Series("gates", "#000000")),
            List.of(new BarFigure.Panel("late", List.of(new Group("V1v", "", List.of(bar))))));
    assertThat(csv(figure))
        .isEqualTo(
            """
            panel,section,group,series,point,value,sd,n,mark,ci_low,ci_high
            late,,V1v,gates,0,0.5,NaN,4,,0.4,0.7
            """);
    assertThat(figure.svg(Lettering.TEXT)).contains("gates: 0.500 (0.400 to 0.700), N = 4");
  }

  @Test
  void pointsOfCurvesWithTheNamesOfTheirPlaces() {
    CurveFigure figure =
        new CurveFigure(
            "curve",
            "Curve",
            "callosum",
            "r",
            "A caption.",
            List.of(new CurveFigure.Curve("V1v", "#000000")),
            List.of(
                new CurveFigure.Panel(
                    "late",
                    List.of(
                        List.of(
                            new CurveFigure.Point(0, 0.5, 0.1),
                            new CurveFigure.Point(1, 0.25, Double.NaN))))),
            List.of("none", "features.2"),
            false);
    assertThat(csv(figure))
        .isEqualTo(
            """
            panel,curve,place,x,y,sd
            late,V1v,none,0,0.5,0.1
            late,V1v,features.2,1,0.25,NaN
            """);
  }

  @Test
  void pointsByTheirNames() {
    ScatterFigure figure =
        new ScatterFigure(
            "points",
            "Points",
            "accuracy",
            "r",
            "A caption.",
            List.of(
                new ScatterFigure.Panel(
                    "late", "rho", List.of(new ScatterFigure.Point("b0", 77.5, 0.25, 0.125)))));
    assertThat(csv(figure)).isEqualTo("panel,point,x,y,sd\nlate,b0,77.5,0.25,0.125\n");
  }

  @Test
  void everyValueNotOnlyTheStretch() {
    PredictionFigure figure =
        new PredictionFigure(
            "vertex",
            "Vertex",
            "A caption.",
            "stimulus",
            1,
            List.of(0.5, 1.5),
            List.of(new PredictionFigure.Panel("full", "#000000", List.of(0.25, 0.75))));
    assertThat(csv(figure))
        .isEqualTo("panel,place,measured,predicted\nfull,1,0.5,0.25\nfull,2,1.5,0.75\n");
  }

  private static String csv(Figure figure) {
    return new String(figure.data().orElseThrow().csv(), StandardCharsets.UTF_8);
  }
}
