package io.chiasm.report.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.colour.Diverging;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CortexViewsTest {
  private static final Diverging COLOURS = new Diverging(1, 0.1);
  private static final HemisphereSurface BALL = Balls.ball();
  private static final CortexViews VIEWS = new CortexViews(new Cortex(BALL, BALL), 1);

  @Test
  void aValueAtTheFrontIsSeenAtTheLeftOfTheLeftHemispheresLateralViewAndMirroredInTheRight() {
    // Given
    CorticalMap map = map(1); // y is the axis to the front
    // Then
    assertThat(redder(map, Hemisphere.LH, View.LATERAL, 0.2, 0.5)).isTrue();
    assertThat(redder(map, Hemisphere.LH, View.LATERAL, 0.8, 0.5)).isFalse();
    assertThat(redder(map, Hemisphere.LH, View.MEDIAL, 0.8, 0.5)).isTrue();
    assertThat(redder(map, Hemisphere.RH, View.LATERAL, 0.8, 0.5)).isTrue();
    assertThat(redder(map, Hemisphere.RH, View.VENTRAL, 0.8, 0.5)).isTrue();
    assertThat(redder(map, Hemisphere.LH, View.OCCIPITAL, 0.5, 0.5)).isFalse();
  }

  @Test
  void aValueAboveIsSeenAboveFromTheSideAndBehindButNotFromBelow() {
    CorticalMap map = map(2);
    assertThat(redder(map, Hemisphere.LH, View.LATERAL, 0.5, 0.2)).isTrue();
    assertThat(redder(map, Hemisphere.RH, View.OCCIPITAL, 0.5, 0.2)).isTrue();
    assertThat(redder(map, Hemisphere.LH, View.OCCIPITAL, 0.5, 0.8)).isFalse();
    assertThat(redder(map, Hemisphere.LH, View.VENTRAL, 0.5, 0.5)).isFalse();
  }

  @Test
  void theRightSideOfTheBodyIsRightFromBehindAndTheOuterSideIsSeenLaterally() {
    CorticalMap map = map(0);
    assertThat(redder(map, Hemisphere.RH, View.LATERAL, 0.5, 0.5)).isTrue();
    assertThat(redder(map, Hemisphere.LH, View.LATERAL, 0.5, 0.5)).isFalse();
    assertThat(redder(map, Hemisphere.LH, View.MEDIAL, 0.5, 0.5)).isTrue();
    assertThat(redder(map, Hemisphere.LH, View.OCCIPITAL, 0.8, 0.5)).isTrue();
  }

  @Test
  void valuesBelowTheThresholdAndMissingOnesLeaveTheSulciGrey() {
    // Given
    CorticalMap faint = new CorticalMap();
    faint.set(Hemisphere.LH, 0, 0.05f);
    // Then
    assertThat(drawn(faint, Hemisphere.LH, View.LATERAL))
        .satisfies(
            image -> assertThat(pixels(image)).allMatch(p -> (p >> 16 & 0xff) == (p & 0xff)));
    BufferedImage lateral = drawn(faint, Hemisphere.LH, View.LATERAL);
    assertThat(pixel(lateral, 0.5, 0.2) & 0xff).isLessThan(pixel(lateral, 0.5, 0.8) & 0xff);
  }

  @Test
  void anRoiHasAnOutlineAndALonelyVertexHasNone() {
    // Given
    CorticalMap area = new CorticalMap();
    for (int v = 0; v < BALL.mesh().vertices(); v++) {
      area.setRoi(Hemisphere.LH, v, BALL.mesh().coordinate(v, 1) > 25 ? 1 : 0);
    }
    CorticalMap lonely = new CorticalMap();
    lonely.setRoi(Hemisphere.LH, 3000, 1);
    // Then
    assertThat(pixels(drawn(area, Hemisphere.LH, View.LATERAL))).contains(0x1a1a1a);
    for (View view : View.values()) {
      assertThat(pixels(drawn(lonely, Hemisphere.LH, view))).doesNotContain(0x1a1a1a);
    }
  }

  @Test
  void spreadingKeepsValuesAndFillsTheirNeighboursOnly() {
    // Given
    CorticalMap map = new CorticalMap();
    map.set(Hemisphere.LH, 5000, 0.5f);
    // When
    CorticalMap spread = VIEWS.spread(map, 1);
    // Then: a vertex has six neighbours
    assertThat(spread.density()).isEqualTo(7 / (2.0 * Cortex.FSAVERAGE));
    assertThat(map.density()).isEqualTo(1 / (2.0 * Cortex.FSAVERAGE));
    assertThat(spread.value(Hemisphere.LH, 5000)).isEqualTo(0.5f);
  }

  @Test
  void theScaleIsSymmetric() {
    assertThat(COLOURS.colour(5)).isEqualTo(COLOURS.colour(1)).isEqualTo(0x67001f);
    assertThat(COLOURS.colour(-1)).isEqualTo(0x053061);
    assertThat(COLOURS.colour(0)).isEqualTo(0xf7f7f7);
    assertThatThrownBy(() -> new Diverging(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theGroupIsTheMeanOfThoseWhoHaveAValueAndTheRoiOfMostOfThem() {
    // Given
    GroupMap group = new GroupMap();
    for (int participant = 1; participant <= 3; participant++) {
      CorticalMap map = new CorticalMap();
      map.set(Hemisphere.RH, 1, participant);
      if (participant > 1) {
        map.set(Hemisphere.RH, 2, participant);
        map.setRoi(Hemisphere.RH, 2, 7);
      }
      group.add(map);
    }
    // When
    CorticalMap mean = group.mean();
    // Then
    assertThat(mean.value(Hemisphere.RH, 1)).isEqualTo(2);
    assertThat(mean.value(Hemisphere.RH, 2)).isEqualTo(2.5f);
    assertThat(mean.value(Hemisphere.RH, 3)).isNaN();
    assertThat(mean.roi(Hemisphere.RH, 2)).isEqualTo(7);
    assertThat(mean.roi(Hemisphere.RH, 1)).isZero();
  }

  /** Full value where the coordinate is above half the radius. */
  private static CorticalMap map(int axis) {
    CorticalMap map = new CorticalMap();
    for (Hemisphere hemisphere : Hemisphere.values()) {
      for (int v = 0; v < BALL.mesh().vertices(); v++) {
        map.set(hemisphere, v, BALL.mesh().coordinate(v, axis) > 15 ? 0.8f : Float.NaN);
      }
    }
    return map;
  }

  private static boolean redder(
      CorticalMap map, Hemisphere hemisphere, View view, double x, double y) {
    int pixel = pixel(drawn(map, hemisphere, view), x, y);
    return (pixel >> 16 & 0xff) > (pixel & 0xff);
  }

  private static BufferedImage drawn(CorticalMap map, Hemisphere hemisphere, View view) {
    return java.util.Objects.requireNonNull(VIEWS.draw(map, COLOURS, hemisphere).get(view));
  }

  private static int pixel(BufferedImage image, double x, double y) {
    return image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xffffff;
  }

  private static java.util.List<Integer> pixels(BufferedImage image) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return java.util.Arrays.stream(all).mapToObj(pixel -> pixel & 0xffffff).toList();
  }
}
