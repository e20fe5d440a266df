package io.chiasm.report.writing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.figure.StudyFigures;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.StudyStatistics;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.warning.StudyWarnings;
import io.chiasm.report.writing.warning.WarningSentences;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class StudyReportTest {
  private static final int TEN_MEGABYTES = 10_000_000;

  /** Attributes that make a browser fetch something, unless they point into the page. */
  private static final Pattern FETCH =
      Pattern.compile("(?i)\\s(src|href|xlink:href|srcset|data|action|poster)=\"(?!#)");

  private static final String HTML = html(MadeResults.complete(2));

  @Test
  void thePageIsWellFormed() throws Exception {
    Document page = parsed(HTML);
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(13);
  }

  @Test
  void thePageFetchesAndRunsNothing() {
    assertThat(FETCH.matcher(HTML).find()).isFalse();
    assertThat(HTML)
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContain("@import")
        .doesNotContain("url(")
        .contains(
            "content=\"default-src &#39;none&#39;; img-src data:; style-src"
                + " &#39;unsafe-inline&#39;\"");
  }

  @Test
  void sectionsFollowTheArgument() throws Exception {
    NodeList sections = parsed(HTML).getElementsByTagName("section");
    assertThat(IntStream.range(0, sections.getLength()).mapToObj(sections::item))
        .extracting(section -> ((Element) section).getAttribute("id"))
        .containsExactly(
            "summary",
            "vertex",
            "prediction",
            "layers",
            "training",
            "performance",
            "semantic",
            "hemispheres",
            "accuracy",
            "unique",
            "controls",
            "statistics",
            "groups",
            "participants",
            "methods",
            "warnings",
            "missing",
            "provenance");
  }

  @Test
  void whatUsersWriteIsNeverMarkup() throws Exception {
    // Given
    String hostile = "<img src=x onerror=alert(1)>\"&'";
    List<FailedTask> failures = List.of(new FailedTask(hostile, hostile));
    // When
    String html =
        html(
            MadeResults.of(
                MadeStudy.study(),
                1,
                failures,
                List.of(Warning.of(WarningKind.SEMANTIC, hostile)),
                MadeResults.CREATED));
    // Then
    Document page = parsed(html);
    assertThat(page.getElementsByTagName("img").getLength()).isZero();
    assertThat(page.getDocumentElement().getTextContent()).contains(hostile);
  }

  @Test
  void anIncompleteStudySaysSoFirst() {
    // Given
    List<FailedTask> failures = List.of(new FailedTask("subj02 lh", "row 12 is not finite"));
    // When
    String html =
        html(
            MadeResults.of(
                MadeStudy.study(),
                1,
                failures,
                List.of(Warning.of(WarningKind.SEMANTIC, "a warning")),
                MadeResults.CREATED));
    // Then
    assertThat(html.indexOf("1 task failed")).isBetween(0, html.indexOf("<table"));
    assertThat(html)
        .contains("<dt>subj02 lh</dt><dd>row 12 is not finite</dd>")
        .contains("<li>a warning</li>");
  }

  @Test
  void methodsAreTheStudysOwnSettings() {
    assertThat(HTML)
        .contains("from 6 values between 0.0001 and 10.")
        .contains("means over 10 folds of stimuli (seed 0)")
        .contains("resized as a whole")
        .contains("untrained: weights drawn by the architecture&#39;s own rule from seed 0")
        .contains("belongs to neither half")
        .contains("Control splits: upper-lower (upper rows, lower rows).");
  }

  @Test
  void aLargeStudyStaysBelowTenMegabytesAndNamesWhatIsNotDrawn() {
    // Given
    List<String> networks = new ArrayList<>(List.of("trained"));
    IntStream.range(0, 32).forEach(i -> networks.add("seed-" + i));
    // When
    String html =
        html(
            MadeResults.of(
                MadeStudy.study(networks), 8, List.of(), List.of(), MadeResults.CREATED));
    // Then
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(TEN_MEGABYTES);
    assertThat(html)
        .contains("figures/prediction_seed-31.svg")
        .contains("figures/lateralisation_by-network_5.svg");
  }

  @Test
  void theSemanticModelIsCountedAmongNoNetworks() {
    // Given
    StudyResults results =
        MadeResults.of(
            MadeStudy.study(List.of("trained")), 2, List.of(), List.of(), MadeResults.CREATED);
    // When
    String html =
        html(results, MadeStudy.scores(MadeStudy.study(List.of("trained", "semantic")), 2));
    // Then
    assertThat(html).contains("<dt>networks</dt><dd>1</dd>").contains("semantic");
  }

  private static String html(StudyResults results) {
    int participants = results.provenance().responses().size() / 2;
    return html(results, MadeStudy.scores(results.study(), participants));
  }

  private static String html(StudyResults results, StudyScores scores) {
    List<ContrastResult> tests = StudyStatistics.of(results.study(), scores);
    return StudyReport.html(
        results,
        scores,
        List.of(),
        StudyFigures.of(results.study(), scores, tests, List.of(), null),
        Optional.empty(),
        List.of(),
        tests,
        WarningSentences.of(results, StudyWarnings.of(results, scores)));
  }

  private static Document parsed(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }
}
