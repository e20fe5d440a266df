package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.local.browser.Browser;
import io.chiasm.local.browser.Page;
import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a whole stack in a real browser. */
class DashboardIT {
  private static final Digest SHA = new Digest("0".repeat(64));

  /** Were it taken as markup, it would say so by a request and by running. */
  private static final String REASON =
      "photograph <img src=http://example.invalid/x onerror=document.title='taken'> is no JPEG";

  private static final List<Integer> WIDTHS = List.of(1280, 390);

  @Test
  void aStudyIsSubmittedWatchedAndLookedAtAndADeadLetterIsReplayed(@TempDir Path folder)
      throws Exception {
    Optional<Path> program = Browser.installed();
    Assumptions.assumeTrue(program.isPresent(), "no Chromium on this machine");
    try (CommandLineProcess simulated = simulate(folder)) {
      assertThat(simulated.exitCode()).as(simulated.output()).isZero();
    }
    try (CommandLineProcess up =
            CommandLineProcess.start(folder, "up", "--port", 0, "--work", folder.resolve("work"));
        Browser browser = Browser.start(program.orElseThrow(), folder)) {
      up.await("up", () -> printed(up, "Ctrl-C").isPresent());
      String server = printed(up, "Dashboard: (http://\\S+)").orElseThrow();
      try (Page page = browser.page(Patience.watching(folder))) {
        page.look(WIDTHS.get(0), false);
        page.open(server);
        page.await("document.querySelector('#live').textContent === 'live'");
        submit(page, study(folder), folder);
        preliminary(page);
        cancelAndResume(page);
        watch(page);
        figures(page);
        turningMaps(page, server);
        pipeline(page, printed(up, "broker (\\S+)").orElseThrow());
        commandLine(folder, server);
        keyboard(page);
        waits(page);
        looks(page);
        // The wrong study file is refused; the browser notes that as an error.
        assertThat(page.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        assertThat(page.requests())
            .isNotEmpty()
            .allMatch(
                address -> Stream.of(server, "about:", "data:").anyMatch(address::startsWith));
      }
    }
  }

  private static CommandLineProcess simulate(Path folder) throws IOException {
    return CommandLineProcess.start(
        folder, "simulate", "-o", "data", "--participants", 2, "--stimuli", 60, "--own-stimuli", 2);
  }

  /** The made study with enough models to see them come. */
  private static String study(Path folder) throws IOException {
    return Files.readString(folder.resolve("data/study.yaml"))
        .replace("seeds: [0]", "seeds: [0, 1, 2]");
  }

  private static void submit(Page page, String study, Path folder) throws Exception {
    page.click("nav a[data-page=submit]");
    page.await("document.querySelector('#yaml') !== null");
    // A wrong file first: the server's words are shown, with line and key.
    fill(page, "studdy: x\n", folder);
    page.await("document.querySelector('main [role=alert]').textContent.includes('studdy')");
    fill(page, study, folder);
    page.await("location.hash.startsWith('#/studies/simulated')");
  }

  private static void fill(Page page, String yaml, Path folder) {
    page.text("document.querySelector('#yaml').value = " + Page.quoted(yaml));
    String base = folder.resolve("data").toString();
    page.text("document.querySelector('#base').value = " + Page.quoted(base));
    page.click("main button");
  }

  /** Figures of the models fitted so far, labelled on the page and in the drawing itself. */
  private static void preliminary(Page page) throws InterruptedException {
    page.await("document.querySelector('main .state').textContent === 'running'");
    page.await("document.querySelectorAll('.preliminary + * + .figures-grid img').length > 0");
    assertThat(page.text("document.querySelector('.preliminary').innerText"))
        .containsPattern("^Preliminary: [0-9]+ of 48 models");
    String drawing =
        "fetch(document.querySelector('.preliminary + * + .figures-grid img').src)"
            + ".then(r => r.text())";
    assertThat(page.text(drawing)).containsPattern("Preliminary, [0-9]+ of 48 models: ");
  }

  /** All by keyboard: a question can be left with Escape and is answered with Enter. */
  private static void cancelAndResume(Page page) throws InterruptedException {
    focus(page, "Cancel");
    page.press("Enter", 13);
    page.await("document.querySelector('dialog').open");
    page.press("Escape", 27);
    page.await("!document.querySelector('dialog').open");
    assertThat(page.text("document.querySelector('main .state').textContent")).isEqualTo("running");
    focus(page, "Cancel");
    page.press("Enter", 13);
    page.await("document.querySelector('dialog').open");
    page.press("Tab", 9);
    assertThat(page.text("document.activeElement.id")).isEqualTo("ask-yes");
    page.press("Enter", 13);
    page.await("document.querySelector('main .state').textContent === 'cancelled'");
    page.await("document.querySelector('.preliminary').closest('section').hidden");
    focus(page, "Resume");
    page.press("Enter", 13);
  }

  private static void focus(Page page, String button) throws InterruptedException {
    String found =
        "[...document.querySelectorAll('main button')].find(b => b.textContent === %s && "
            + "!b.closest('[hidden]') && !b.disabled)";
    String one = found.formatted(Page.quoted(button));
    page.await(one + " !== undefined");
    page.text("(" + one + ".focus(), 1)");
  }

  private static void watch(Page page) throws InterruptedException {
    page.await("document.querySelector('main .state').textContent === 'running'");
    String done =
        "[...document.querySelectorAll('.stages progress')].reduce((s, p) => s + p.value, 0)";
    double before = Double.parseDouble(page.text(done));
    page.await(done + " > " + before);
    page.await("document.querySelector('main .state').textContent === 'completed'");
  }

  private static void figures(Page page) throws InterruptedException {
    page.await("document.querySelector('a.report') !== null");
    page.await("document.querySelectorAll('figure img').length > 2");
    page.text("document.querySelectorAll('figure img').forEach(i => { i.loading = 'eager' })");
    page.await(
        "[...document.querySelectorAll('figure img')].every(i => i.complete && i.naturalWidth >"
            + " 0)");
    String report = page.text("document.querySelector('a.report').href");
    assertThat(page.text("fetch(" + Page.quoted(report) + ").then(r => r.status)"))
        .isEqualTo("200");
  }

  /** The report is a page of its own; its maps turn by keyboard and keep still if asked to. */
  private static void turningMaps(Page page, String server) throws Exception {
    page.open(page.text("document.querySelectorAll('a.report')[1].href"));
    page.await("document.querySelector('#maps3d .absent') !== null");
    String webgl = "document.createElement('canvas').getContext('webgl') !== null";
    if (page.text(webgl).equals("false")) {
      assertThat(page.text("document.querySelector('#maps3d').innerText")).contains("WebGL");
    } else {
      page.await("document.querySelector('#maps3d canvas').dataset.drawn === '-90 0'");
      arrived(page);
      page.text("(document.querySelector('#maps3d canvas').focus(), 1)");
      page.press("ArrowLeft", 37);
      page.await("document.querySelector('#maps3d canvas').dataset.drawn === '-80 0'");
      page.calm();
      page.click("#maps3d [data-view=top]");
      page.await("document.querySelector('#maps3d canvas').dataset.drawn === '0 90'");
      picturesOfMaps(page);
    }
    page.open(server);
    page.await("document.querySelector('#live')?.textContent === 'live'");
  }

  /**
   * The address names a place in the page. Once all of the page is there, the browser goes to it in
   * the next frame and takes the focus away from wherever it was.
   */
  private static void arrived(Page page) throws InterruptedException {
    page.await(
        "document.readyState === 'complete' && document.querySelector('#maps3d:target') !== null");
    page.text("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  private static void picturesOfMaps(Page page) throws IOException {
    Path pictures = Files.createDirectories(Path.of("target", "dashboard"));
    for (int width : WIDTHS) {
      page.look(width, width < WIDTHS.get(0));
      page.text("(document.querySelector('#maps3d').scrollIntoView(), 1)");
      assertThat(Integer.parseInt(page.text("document.documentElement.scrollWidth")))
          .isLessThanOrEqualTo(width);
      page.view(pictures.resolve("maps3d-" + width + ".png"));
    }
    page.look(WIDTHS.get(0), false);
  }

  private static void pipeline(Page page, String brokers) throws InterruptedException {
    page.click("nav a[data-page=pipeline]");
    page.await("document.querySelectorAll('.topics tbody tr').length === 6");
    page.await("document.querySelectorAll('.workers .none').length === 0");
    assertThat(page.text("document.querySelector('.workers').textContent")).contains("1 worker");
    bury(brokers, "mended");
    page.await("document.querySelectorAll('.letter').length === 1");
    assertThat(page.text("document.querySelector('.reason').textContent")).isEqualTo(REASON);
    String written =
        "fetch('/topics').then(r => r.json()).then(p => p.topics"
            + ".find(t => t.topic === 'extraction-tasks').messages)";
    int before = Integer.parseInt(page.text(written));
    page.click(".letter button[aria-label^=Replay]");
    page.await("document.querySelectorAll('.letter').length === 0");
    page.await(written + ".then(n => n === " + (before + 1) + ")");
    bury(brokers, "pointless");
    page.await("document.querySelectorAll('.letter').length === 1");
    page.click(".letter button[aria-label^=Discard]");
    page.await("document.querySelector('dialog').open");
    page.click("#ask-yes");
    page.await("document.querySelectorAll('.letter').length === 0");
    page.click("main input[type=checkbox]");
    page.await(
        "[...document.querySelectorAll('.letter .state')].map(s => s.textContent).join()"
            + " === 'discarded,replayed'");
    assertThat(page.text("document.title")).doesNotContain("taken");
  }

  /** A letter whose task works by now: it has nothing left to extract. */
  private static void bury(String brokers, String id) {
    var recipe = new InputRecipe(Preprocessing.WHOLE_IMAGE, 8, 8, Normalisation.IMAGENET);
    var network = new NetworkRef(ObjectLayout.graph(SHA), SHA, null);
    var task =
        new ExtractionTask("bench", id, "made", network, recipe, List.of(), "block", List.of());
    String event = new String(CloudEvents.write(task, "bench"), StandardCharsets.UTF_8);
    String queue = Topic.EXTRACTION_TASKS.label();
    try (Publisher publisher = new Publisher(Brokers.at(brokers), "bench")) {
      publisher.publish(new DeadLetter("bench", id, REASON, queue, 0, 7, 1, "worker 7", event));
    }
  }

  private static void commandLine(Path folder, String server) throws Exception {
    for (List<String> line :
        List.of(
            List.of("topics", "encoding-tasks +(idle|flowing) +0 ", "No dead letters"),
            List.of(
                "dead-letters list --all", "discarded .*extraction-tasks +bench", "replayed"))) {
      Object[] arguments = (line.get(0) + " --server " + server).split(" ");
      try (CommandLineProcess command = CommandLineProcess.start(folder, arguments)) {
        assertThat(command.exitCode()).as(command.output()).isZero();
        assertThat(command.output())
            .containsPattern(line.get(1))
            .contains(line.get(2))
            .doesNotContain("Exception");
      }
    }
  }

  private static void keyboard(Page page) throws InterruptedException {
    page.open(page.text("location.origin + '/?fresh'"));
    page.await("document.querySelector('nav a') !== null");
    for (int i = 0; i < 4; i++) {
      page.press("Tab", 9);
    }
    assertThat(page.text("document.activeElement.textContent")).isEqualTo("Pipeline");
    page.press("Enter", 13);
    page.await("document.querySelector('h1')?.textContent === 'Pipeline'");
  }

  /** What a study waits for stands on its card, in words, and no wider than the window. */
  private static void waits(Page page) throws IOException, InterruptedException {
    page.text("location.hash = '#/'");
    page.await("document.querySelector('.card') !== null");
    assertThat(page.text("document.querySelectorAll('.waits:not([hidden])').length"))
        .isEqualTo("0");
    String sentence =
        "the object store has not answered since 08:03:10 UTC: the object store at"
            + " http://127.0.0.1:9000 does not answer: connection refused";
    page.text(
        "import('/dashboard/waits.js').then(({ waitList }) => {"
            + " const list = waitList();"
            + " document.querySelector('.card .title').after(list);"
            + " list.show([%s]); return 1; })".formatted(Page.quoted(sentence)));
    assertThat(page.text("document.querySelector('.waits:not([hidden])').innerText"))
        .isEqualTo("Waiting: " + sentence);
    Path pictures = Files.createDirectories(Path.of("target", "dashboard"));
    for (int width : WIDTHS) {
      page.look(width, false);
      assertThat(Integer.parseInt(page.text("document.documentElement.scrollWidth")))
          .isLessThanOrEqualTo(width);
      page.picture(pictures.resolve("page-waiting-" + width + ".png"));
    }
    page.look(WIDTHS.get(0), false);
  }

  /** Nothing may be wider than the window; the pictures are for people. */
  private static void looks(Page page) throws IOException, InterruptedException {
    Path pictures = Files.createDirectories(Path.of("target", "dashboard"));
    String study = page.text("fetch('/pulse').then(r => r.json()).then(p => p.studies[0].study)");
    for (String hash : List.of("#/", "#/studies/" + study, "#/pipeline", "#/submit")) {
      page.text("location.hash = " + Page.quoted(hash));
      page.await("document.querySelector('main .quiet, main .reason') !== null");
      page.text("document.querySelector('main input[type=checkbox]')?.click()");
      for (int width : WIDTHS) {
        for (boolean dark : List.of(false, true)) {
          page.look(width, dark);
          assertThat(Integer.parseInt(page.text("document.documentElement.scrollWidth")))
              .as("%s at %d px", hash, width)
              .isLessThanOrEqualTo(width);
          String name = hash.replaceAll("[^a-z]+", "-") + width + (dark ? "-dark" : "");
          page.picture(pictures.resolve("page" + name + ".png"));
        }
      }
    }
  }

  /** The first group of a pattern, or all of it, in what was printed. */
  private static Optional<String> printed(CommandLineProcess process, String pattern) {
    try {
      Matcher found = Pattern.compile(pattern).matcher(process.output());
      return found.find() ? Optional.of(found.group(found.groupCount())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
