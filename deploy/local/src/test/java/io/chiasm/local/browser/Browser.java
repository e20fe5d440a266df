package io.chiasm.local.browser;

import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Headless Chromium as a process of its own. */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Duration START = Duration.ofMinutes(3);
  private static final Pattern PAGE = Pattern.compile("\"webSocketDebuggerUrl\": *\"([^\"]+)\"");

  private final Process process;
  private final Path profile;

  private Browser(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  /** The browser of this machine, if it has one. */
  public static Optional<Path> installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with an empty profile in {@code folder}. */
  public static Browser start(Path program, Path folder) throws IOException {
    Path profile = Files.createDirectory(folder.resolve("profile"));
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                // Without a graphics card the maps are drawn by the processor.
                "--enable-unsafe-swiftshader",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    return new Browser(process, profile);
  }

  /** The page that it opened; {@code patience} is how it waits. */
  public Page page(Patience patience) throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port() + "/json/list");
    HttpClient http = HttpClient.newHttpClient();
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      String pages =
          http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
      Matcher found = PAGE.matcher(pages);
      if (found.find()) {
        return new Page(http, URI.create(found.group(1)), patience);
      }
      pause(deadline, "the browser opens no page");
    }
  }

  private String port() throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + START.toNanos();
    while (!Files.exists(file) || Files.readAllLines(file).isEmpty()) {
      pause(deadline, "the browser does not start");
    }
    return Files.readAllLines(file).get(0);
  }

  private static void pause(long deadline, String what) throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new AssertionError(what);
    }
    Thread.sleep(50);
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
