package io.chiasm.report.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.testing.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubdivisionTest {
  private static final int FSAVERAGE5 = 10_242;

  @Test
  void twoSubdivisionsAreUndone() {
    // Given
    Mesh coarse = Balls.ball(3).mesh();
    Mesh fine = Balls.ball(5).mesh();
    // When
    Mesh back = Subdivision.coarsened(fine, coarse.vertices()).orElseThrow();
    // Then
    assertThat(faces(back)).isEqualTo(faces(coarse));
    assertThat(back.coordinates(back.vertices())).isEqualTo(coarse.coordinates(coarse.vertices()));
  }

  @Test
  void aMeshOfTheWantedSizeStaysAsItIs() {
    Mesh mesh = Balls.ball(3).mesh();
    assertThat(Subdivision.coarsened(mesh, mesh.vertices())).containsSame(mesh);
  }

  @Test
  void aMeshThatWasNotSubdividedHasNoCoarserOne() {
    // Given the vertices of a subdivided ball in another order
    Mesh ball = Balls.ball(3).mesh();
    int n = ball.vertices();
    int[] turned =
        IntStream.range(0, 3 * ball.faces()).map(i -> n - 1 - ball.corner(i / 3, i % 3)).toArray();
    // When, then
    assertThat(
            Subdivision.coarsened(
                new Mesh(ball.coordinates(n), turned), Balls.ball(2).mesh().vertices()))
        .isEmpty();
    assertThat(Subdivision.coarsened(ball, n - 1)).isEmpty();
  }

  @Test
  void fsaveragesCoarserSurfaceHasTheFacesOfFsaverage5() {
    Path folder = SharedData.of("fsaverage");
    Cortex fine = SurfaceFolder.open(folder.resolve("fsaverage7"));
    Cortex coarse = SurfaceFolder.open(folder.resolve("fsaverage5"));
    for (Hemisphere hemisphere : Hemisphere.values()) {
      Mesh back = Subdivision.coarsened(fine.of(hemisphere).mesh(), FSAVERAGE5).orElseThrow();
      assertThat(faces(back)).isEqualTo(faces(coarse.of(hemisphere).mesh()));
    }
  }

  /** Each with its lowest vertex first, its sense kept. */
  private static Set<List<Integer>> faces(Mesh mesh) {
    return IntStream.range(0, mesh.faces())
        .mapToObj(
            face -> {
              int lowest =
                  IntStream.range(0, 3)
                      .reduce(0, (a, b) -> mesh.corner(face, b) < mesh.corner(face, a) ? b : a);
              return List.of(
                  mesh.corner(face, lowest),
                  mesh.corner(face, (lowest + 1) % 3),
                  mesh.corner(face, (lowest + 2) % 3));
            })
        .collect(Collectors.toSet());
  }
}
