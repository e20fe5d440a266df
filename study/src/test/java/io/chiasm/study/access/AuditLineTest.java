package io.chiasm.study.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditLineTest {
  @Test
  void aLineSaysWhoDidWhatFromWhere() {
    assertThat(
            new AuditLine(
                    new Caller("ana", "scientist"),
                    "POST",
                    "/studies/{study}/cancel",
                    "made-1",
                    200,
                    "10.0.0.7")
                .text())
        .isEqualTo(
            "who=ana role=scientist method=POST route=/studies/{study}/cancel study=made-1"
                + " status=200 from=10.0.0.7");
  }

  @Test
  void noValueCanLookLikeAnotherLineOrKey() {
    String line =
        new AuditLine(
                Caller.UNKNOWN,
                "POST",
                null,
                "x\n2026 who=eve role=operator\u2028\u001b[2J",
                401,
                null)
            .text();
    assertThat(line)
        .isEqualTo(
            "who=- role=- method=POST route=- study=x%a;2026%20;who%3d;eve%20;role%3d;operator%2028;"
                + "%1b;[2J status=401 from=-");
    assertThat(new AuditLine(Caller.UNKNOWN, "PUT", null, "a".repeat(9999), 404, null).text())
        .hasSizeLessThan(300);
  }

  @Test
  void namesOfOtherScriptsStayReadable() {
    assertThat(new AuditLine(new Caller("Zoë Müller", "viewer"), "PUT", null, null, 1, null).text())
        .startsWith("who=Zoë%20;Müller ");
  }
}
