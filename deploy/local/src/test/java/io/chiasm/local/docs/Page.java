package io.chiasm.local.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown in the checkout.
 *
 * @param path relative to the checkout
 */
record Page(Path path, List<String> lines) {
  /** The checkout, seen from this module. */
  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private static final Set<String> NOT_OURS = Set.of("target", "results", ".git", "node_modules");
  private static final String RUN = "<!-- run -->";
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)#* *");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(<?([^()\\s<>]+)>?(?: +\"[^\"]*\")?\\)");
  private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");

  /**
   * A block of code.
   *
   * @param line of its first line in the page, from 1
   * @param language as its fence says, maybe empty
   * @param runs whether it is marked as one that a test runs
   */
  record Block(int line, String language, boolean runs, String text) {}

  /** All pages of the checkout, in order. */
  static List<Page> all() throws IOException {
    return under(path -> true);
  }

  /**
   * Pages that speak of Chiasm as it is; decisions and the change log speak of its past as well.
   */
  static List<Page> ofToday() throws IOException {
    return under(path -> !path.startsWith("docs/decisions") && !path.endsWith("CHANGELOG.md"));
  }

  private static List<Page> under(Predicate<Path> wanted) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Path file : files(HOME)) {
      Path path = HOME.relativize(file);
      if (wanted.test(path)) {
        pages.add(new Page(path, Files.readAllLines(file)));
      }
    }
    return pages;
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry) && !NOT_OURS.contains(name)) {
          files.addAll(files(entry));
        } else if (name.endsWith(".md")) {
          files.add(entry);
        }
      }
    }
    return files;
  }

  static Page of(Path file) throws IOException {
    return new Page(HOME.relativize(file), Files.readAllLines(file));
  }

  String text() {
    return String.join("\n", lines);
  }

  /** Targets of its links and pictures, code left aside. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    for (String line : prose()) {
      Matcher link = LINK.matcher(CODE.matcher(line).replaceAll("code"));
      while (link.find()) {
        links.add(link.group(1));
      }
    }
    return links;
  }

  /** What links may point at, as GitHub names headings. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : prose()) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String name =
            LINK.matcher(heading.group(1))
                .replaceAll("]")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
        int before = seen.merge(name, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? name : name + "-" + before);
      }
    }
    return anchors;
  }

  /** Pieces of code within sentences. */
  List<String> code() {
    List<String> pieces = new ArrayList<>();
    CODE.matcher(String.join(" ", prose())).results().forEach(m -> pieces.add(m.group(2).strip()));
    return pieces;
  }

  private List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines) {
      if (line.strip().startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced) {
        prose.add(line);
      }
    }
    return prose;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String fence = lines.get(i).strip();
      if (fence.startsWith("```")) {
        int from = i + 1;
        i = from;
        while (i < lines.size() && !lines.get(i).strip().startsWith("```")) {
          i++;
        }
        boolean runs = from > 1 && lines.get(from - 2).strip().equals(RUN);
        String text = String.join("\n", lines.subList(from, Math.min(i, lines.size())));
        blocks.add(new Block(from + 1, fence.substring(3).strip(), runs, text));
      }
    }
    return blocks;
  }
}
