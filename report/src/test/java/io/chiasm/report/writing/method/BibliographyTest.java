package io.chiasm.report.writing.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.writing.file.ReportFile;
import io.chiasm.report.writing.outcome.MadeResults;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BibliographyTest {
  private static final Pattern CITED = Pattern.compile("(?:doi:|arXiv:)([^\\s;,)]+[^\\s;,.)])");

  private static final String ALL =
      Bibliography.of(List.of(ReportFile.text(Bibliography.class, Bibliography.FILE)));

  @Test
  void whatTheMethodsCiteIsThereAndNothingElse() {
    List<String> methods = MethodsText.of(MadeResults.complete(1));
    String entries = Bibliography.of(methods);
    List<String> cited =
        CITED
            .matcher(String.join("\n", methods))
            .results()
            .map(m -> m.group(1))
            .distinct()
            .toList();
    assertThat(cited).hasSizeGreaterThanOrEqualTo(4).allMatch(entries::contains);
    assertThat(entries.split("\n\n")).hasSameSizeAs(cited);
    assertThat(entries).doesNotContain("lin2014coco").endsWith("}\n");
  }

  @Test
  void everyCitationOfTheReportsSourcesHasAnEntry() {
    assertThat(ALL.split("\n\n"))
        .allMatch(entry -> entry.matches("(?s)@\\w+\\{[a-z]+\\d{4}[a-z]*,\n.*\n}\n?"))
        .allMatch(entry -> entry.contains("author ") && entry.contains("year "));
    assertThat(ALL).contains("10.1016/j.neuroimage.2022.119728", "10.1007/978-3-319-10602-1_48");
  }
}
