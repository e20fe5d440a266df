package io.chiasm.report.writing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * BibTeX entries of what a text cites by {@code doi:} or {@code arXiv:}: {@code references.bib}.
 */
final class Bibliography {
  static final String FILE = "references.bib";

  private static final List<String> ENTRIES =
      Arrays.stream(ReportFile.text(FILE).split("\n\n")).map(String::strip).toList();
  private static final Pattern IDENTIFIER =
      Pattern.compile("\\b(?:doi|eprint)\\s*=\\s*\\{([^}]+)}");

  private Bibliography() {}

  /** The entries in a fixed order, with an empty line between them. */
  static String of(List<String> paragraphs) {
    String text = String.join("\n", paragraphs);
    return ENTRIES.stream()
        .filter(entry -> text.contains(identifier(entry)))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String identifier(String entry) {
    Matcher found = IDENTIFIER.matcher(entry);
    if (!found.find()) {
      throw new IllegalStateException("no doi or eprint in " + entry);
    }
    return found.group(1);
  }
}
