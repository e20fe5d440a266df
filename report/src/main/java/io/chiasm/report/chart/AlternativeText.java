package io.chiasm.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A drawing in words. */
final class AlternativeText {
  /** Nobody listens to more; the numbers have a file. */
  private static final int FINDINGS = 24;

  private AlternativeText() {}

  static String of(Figure figure) {
    List<String> findings = figure.findings();
    List<String> sentences = new ArrayList<>(List.of(figure.title()));
    sentences.addAll(findings.subList(0, Math.min(FINDINGS, findings.size())));
    if (findings.size() > FINDINGS) {
      sentences.add((findings.size() - FINDINGS) + " more panels");
    }
    sentences.add(figure.caption());
    return sentences.stream()
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .map(sentence -> sentence.endsWith(".") ? sentence : sentence + ".")
        .collect(Collectors.joining(" "));
  }
}
