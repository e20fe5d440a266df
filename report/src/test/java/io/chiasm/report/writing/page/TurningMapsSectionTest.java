package io.chiasm.report.writing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.report.colour.Diverging;
import io.chiasm.report.markup.Markup;
import io.chiasm.report.results.Condition;
import io.chiasm.report.surface.Balls;
import io.chiasm.report.surface.Cortex;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.TurningCortex;
import io.chiasm.report.writing.map.CorticalMaps;
import io.chiasm.report.writing.map.TurningMaps;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TurningMapsSectionTest {
  private static final Condition HOSTILE =
      new Condition("</script><b>&", "\"early'", "features.2", "features", "ridge");

  /** What an HTML parser takes for the script: up to the first end tag. */
  private static final Pattern RUN = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

  @Test
  void thePagesPolicyLetsThisScriptRunAndNoOther() throws Exception {
    // Given
    String html = page(maps(1));
    // When
    Matcher script = RUN.matcher(html);
    assertThat(script.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    // Then
    assertThat(html)
        .contains("script-src &#39;sha256-" + Base64.getEncoder().encodeToString(hash) + "&#39;");
    assertThat(script.find()).isFalse();
  }

  @Test
  void namesAreNoMarkupAndThePageStaysWellFormed() throws Exception {
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(page(maps(1)).getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getElementsByTagName("option").item(0).getTextContent())
        .isEqualTo("mean: </script><b>&, \"early'");
    assertThat(page.getElementsByTagName("b").getLength()).isZero();
  }

  @Test
  void mapsForWhichThereIsNoRoomAreLeftOutAndThePageSaysSo() {
    // When
    TurningMaps many = maps(60);
    // Then
    assertThat(many.complete()).isFalse();
    assertThat(page(many)).contains("no room here for every").hasSizeLessThan(2_200_000);
    assertThat(page(many)).contains("three rings of vertices");
    assertThat(page(maps(2))).doesNotContain("no room here").doesNotContain("three rings");
  }

  private static TurningMaps maps(int n) {
    TurningCortex cortex = TurningCortex.of(new Cortex(Balls.ball(), Balls.ball())).orElseThrow();
    TurningMaps maps = new TurningMaps(cortex, new Diverging(0.2, 0.02));
    for (int i = 0; i < n; i++) {
      maps.add(
          i == 0 ? CorticalMaps.GROUP : "subj%02d".formatted(i), HOSTILE, new CorticalMap(), i > 1);
    }
    return maps;
  }

  private static String page(TurningMaps maps) {
    Markup page = new Markup();
    page.open("html");
    ReportHead.write(page, "made", TurningMapsSection.SCRIPT);
    page.open("body");
    TurningMapsSection.write(page, maps);
    return page.close().close().toString();
  }
}
