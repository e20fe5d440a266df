package io.chiasm.report.writing.method;

import io.chiasm.report.writing.file.ReportFile;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * BibTeX entries of what a text cites by {@code doi:} or {@code arXiv:}: {@code references.bib}.
 */
public final class Bibliography {
  public static final String FILE = "references.bib";

  private static final List<String> ENTRIES =
      Arrays.stream(ReportFile.text(Bibliography.class, FILE).split("\n\n"))
          .map(String::strip)
          .toList();
  private static final Pattern IDENTIFIER =
      Pattern.compile("\\b(?:doi|eprint)\\s*=\\s*\\{([^}]+)}");

  private static final Pattern TITLE = Pattern.compile("\\btitle\\s*=\\s*\\{(.+)},\\n");

  private Bibliography() {}

  /**
   * A work that is cited.
   *
   * @param address of its DOI, or at arXiv
   */
  public record Work(String address, String title) {}

  /** The entries in a fixed order, with an empty line between them. */
  public static String of(List<String> paragraphs) {
    return entries(paragraphs).collect(Collectors.joining("\n\n", "", "\n"));
  }

  /** The same works by their titles. */
  public static List<Work> cited(List<String> paragraphs) {
    return entries(paragraphs)
        .map(entry -> new Work(address(identifier(entry)), title(entry)))
        .toList();
  }

  private static Stream<String> entries(List<String> paragraphs) {
    String text = String.join("\n", paragraphs);
    return ENTRIES.stream().filter(entry -> text.contains(identifier(entry)));
  }

  private static String address(String identifier) {
    boolean doi = identifier.startsWith("10.");
    return (doi ? "https://doi.org/" : "https://arxiv.org/abs/") + identifier;
  }

  /** Without the braces that keep capitals. */
  private static String title(String entry) {
    Matcher found = TITLE.matcher(entry);
    if (!found.find()) {
      throw new IllegalStateException("no title in " + entry);
    }
    return found.group(1).replaceAll("[{}]", "").replace("--", "–");
  }

  private static String identifier(String entry) {
    Matcher found = IDENTIFIER.matcher(entry);
    if (!found.find()) {
      throw new IllegalStateException("no doi or eprint in " + entry);
    }
    return found.group(1);
  }
}
