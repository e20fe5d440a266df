package io.chiasm.report.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.NpyLimits;
import io.chiasm.contracts.tensor.NpyReader;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.comparison.FinishedStudy;
import io.chiasm.report.comparison.MadeFinishedStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.RoiScores;
import io.chiasm.report.surface.Surfaces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ComparisonWriterTest {
  private static final Pattern FETCH =
      Pattern.compile("(?i)\\s(src|href|xlink:href|srcset|data|action|poster)=\"(?!#)");

  /** Drawing takes long, and another network would show nothing else. */
  private static final Map<String, String> ONE_NETWORK = Map.of("untrained-0", "untrained-0");

  private static final FinishedStudy A = MadeFinishedStudy.plain(3);
  private static final FinishedStudy B = MadeFinishedStudy.noisy(3);
  private static final Map<String, byte[]> FILES = written(A, B);
  private static final String PAGE = text("report.html");

  @Test
  void theFolderHoldsTablesVerticesFiguresAndTheReportLast() {
    assertThat(FILES)
        .containsKeys(
            "tables/differences.csv",
            "tables/differences.parquet",
            "tables/statistics.csv",
            "tables/vertices.csv",
            "vertices/subj02/untrained-0/late/upper-lower/rh_difference_score_ipsi.npy",
            "figures/lateralisation_untrained-0_features.svg",
            "figures/difference_features.png",
            "figures/prediction_untrained-0_upper-lower.svg",
            "figures/vertices_score_full_untrained-0_features.png");
    assertThat(FILES.keySet()).endsWith("report.html");
  }

  @Test
  void theSameStudiesGiveTheSameBytes() {
    Map<String, byte[]> again = written(A, B);
    assertThat(again.keySet()).isEqualTo(FILES.keySet());
    again.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(FILES.get(path)));
  }

  @Test
  void anArrayIsTheDifferenceVertexByVertex() throws IOException {
    // Given
    RoiScores row = shown(A);
    float[] a = contra(A);
    float[] b = contra(B);
    // When
    byte[] file =
        FILES.get(
            "vertices/%s/%s/%s/%s/lh_difference_score_contra.npy"
                .formatted(
                    row.participant(),
                    row.condition().network(),
                    row.condition().layer(),
                    row.condition().split()));
    float[] written =
        NpyReader.floats(
                new ByteArrayInputStream(Objects.requireNonNull(file)), "made", NpyLimits.STANDARD)
            .values();
    // Then
    assertThat(written).hasSameSizeAs(a);
    for (int vertex = 0; vertex < a.length; vertex++) {
      assertThat(Float.valueOf(written[vertex])).isEqualTo(Float.valueOf(b[vertex] - a[vertex]));
    }
  }

  private static RoiScores shown(FinishedStudy study) {
    return study.scores().rows().stream()
        .filter(row -> ONE_NETWORK.containsKey(row.condition().network()))
        .findFirst()
        .orElseThrow();
  }

  private static float[] contra(FinishedStudy study) {
    RoiScores row = shown(study);
    return study
        .vertices()
        .values(row.participant(), row.hemisphere(), row.condition(), Quantity.SCORE_CONTRA)
        .orElseThrow();
  }

  @Test
  void thePageIsWellFormedAndFetchesNothing() throws Exception {
    Document page = parsed();
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(FETCH.matcher(PAGE).find()).isFalse();
    assertThat(PAGE).doesNotContain("<script").doesNotContain("url(").doesNotContain("NaN");
  }

  @Test
  void thePageSaysWhatIsComparedBeforeWhatCameOut() throws Exception {
    NodeList sections = parsed().getElementsByTagName("section");
    assertThat(IntStream.range(0, sections.getLength()).mapToObj(sections::item))
        .extracting(section -> ((Element) section).getAttribute("id"))
        .containsExactly(
            "summary",
            "keys",
            "notices",
            "lateralisation",
            "differences",
            "maps",
            "prediction",
            "vertices",
            "statistics",
            "methods",
            "provenance");
    assertThat(PAGE)
        .contains("<h1>noisy − plain</h1>")
        .contains("What changes with encoding.regression pca-ols instead of ridge?");
  }

  @Test
  void whatUsersWriteIsNeverMarkup() throws Exception {
    FinishedStudy named =
        new FinishedStudy(
            "<b>&\"",
            "<i>",
            Map.of("<u>", "<s>"),
            B.inputs(),
            List.of("<em>"),
            1,
            B.scores(),
            B.vertices(),
            B.maps());
    String page =
        new String(
            Objects.requireNonNull(written(A, named).get("report.html")), StandardCharsets.UTF_8);
    assertThat(page)
        .doesNotContain("<i>")
        .doesNotContain("<u>")
        .doesNotContain("<s>")
        .doesNotContain("<em>")
        .contains("B is not complete: 1 task failed");
  }

  private static Document parsed() throws Exception {
    String text = PAGE.replace("<!DOCTYPE html>\n", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String path) {
    return new String(Objects.requireNonNull(FILES.get(path)), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> written(FinishedStudy a, FinishedStudy b) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    new ComparisonWriter(NpyWriter::write, files::put)
        .write(
            Comparison.of(a, b, ONE_NETWORK, Map.of()),
            Surfaces.none("Neither study names a surface."));
    return files;
  }
}
