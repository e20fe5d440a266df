package io.chiasm.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void everyRelativeLinkAndAnchorLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        if (!link.matches("[a-z][a-z0-9+.-]*:.*")) {
          links++;
          if (!leadsSomewhere(page, link)) {
            dead.add(page.path() + ": " + link);
          }
        }
      }
    }
    assertThat(links).isGreaterThan(100);
    assertThat(dead).isEmpty();
  }

  /** Every page can be reached from the README by links. */
  @Test
  void everyPageOfTheDocumentationIsLinked() throws IOException {
    List<Path> reached = new ArrayList<>(List.of(Page.HOME.resolve("README.md")));
    for (int i = 0; i < reached.size(); i++) {
      Page page = Page.of(reached.get(i));
      for (String link : page.links()) {
        Path target = target(page, link);
        if (link.matches("[^:]+\\.md(#.*)?") && !reached.contains(target)) {
          reached.add(target);
        }
      }
    }
    List<Path> pages =
        Page.all().stream().map(Page::path).filter(p -> p.startsWith("docs")).toList();
    assertThat(reached.stream().map(Page.HOME::relativize).toList()).containsAll(pages);
  }

  private static boolean leadsSomewhere(Page page, String link) throws IOException {
    Path target = target(page, link);
    if (!Files.exists(target)) {
      // A distribution's own page lies beside the documentation that is packed with it.
      target = Page.HOME.resolve(withoutAnchor(link));
      if (!page.path().startsWith("deploy/local/src/dist") || !Files.exists(target)) {
        return false;
      }
    }
    int anchor = link.indexOf('#');
    return anchor < 0
        || !target.toString().endsWith(".md")
        || Page.of(target).anchors().contains(link.substring(anchor + 1));
  }

  private static Path target(Page page, String link) {
    String path = URLDecoder.decode(withoutAnchor(link), StandardCharsets.UTF_8);
    Path file = Page.HOME.resolve(page.path());
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  private static String withoutAnchor(String link) {
    int anchor = link.indexOf('#');
    return anchor < 0 ? link : link.substring(0, anchor);
  }
}
