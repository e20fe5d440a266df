package io.chiasm.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void textAndAttributesAreEscaped() {
    String markup =
        new Markup()
            .element("p", "<script>alert('x')</script> & \u0000", "title", "\"><b>")
            .toString();
    assertThat(markup)
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;b&gt;\">"
                + "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \uFFFD</p>");
  }

  @Test
  void lengthsHaveTwoDigitsAtMost() {
    assertThat(new Markup().empty("rect", "x", 1.23456, "y", -0.001, "width", 100.0).toString())
        .isEqualTo("<rect x=\"1.23\" y=\"0\" width=\"100\"/>");
  }

  @Test
  void anElementLeftOpenIsNoticed() {
    assertThatThrownBy(() -> new Markup().open("p").toString()).hasMessageContaining("[p]");
  }
}
