package io.chiasm.report.writing.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.chart.Figure;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.surface.Balls;
import io.chiasm.report.surface.Cortex;
import io.chiasm.report.surface.Surfaces;
import io.chiasm.report.writing.file.DrawingRoom;
import io.chiasm.report.writing.file.ResultSink;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.size.WritingSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorticalMapsTest {
  private static final int[] FIRST = IntStream.range(0, 372).toArray();

  @Test
  void theGroupAndEveryParticipantAreWrittenAndTheFirstParticipantIsShown() {
    // Given
    StudyResults made = MadeResults.complete(1);
    StudyResults results =
        new StudyResults(
            made.study(),
            made.cells(),
            made.masks(),
            Surfaces.of(
                new Cortex(Balls.ball(), Balls.ball()), (participant, side) -> Optional.of(FIRST)),
            List.of(),
            List.of(),
            List.of(),
            null,
            made.failures(),
            made.warnings(),
            made.foldsCsv(),
            made.provenance());
    List<String> paths = new ArrayList<>();
    // When
    List<Integer> steps = new ArrayList<>();
    WritingSteps watched =
        new WritingSteps(
            results.cells().size(),
            CorticalMaps.count(results),
            (done, total) -> steps.add(total - done));
    ResultSink sink = (path, content) -> paths.add(path);
    CorticalMaps.Drawn drawn;
    try (DrawingRoom room = new DrawingRoom(sink)) {
      drawn = CorticalMaps.write(results, sink, room, watched);
      room.finish();
    }
    Chapter chapter = drawn.chapter();
    // Then
    assertThat(steps).hasSize(12).last().isEqualTo(made.cells().size() + 1);
    assertThat(chapter.figures())
        .extracting(Figure::id)
        .startsWith("map_group_trained_early", "map_subj01_trained_early")
        .hasSize(7);
    assertThat(paths)
        .contains("figures/map_subj01_untrained-0_late.png", "surfaces/dataset_description.json")
        .doesNotHaveDuplicates();
    assertThat(paths).filteredOn(path -> path.endsWith(".shape.gii")).hasSize(2 * 2 * 6);
    assertThat(chapter.figures().get(0).page()).contains("data:image/png;base64,");
    assertThat(drawn.turning().orElseThrow().maps())
        .hasSize(12)
        .extracting(TurningMaps.Entry::who)
        .startsWith("group")
        .endsWith("subj01");
  }
}
