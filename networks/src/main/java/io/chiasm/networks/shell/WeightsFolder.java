package io.chiasm.networks.shell;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.networks.catalogue.PublishedWeights;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Published weights on this machine. They are looked for in a folder of one's own and where torch
 * keeps its downloads; if a place on the web is named, missing ones are fetched from it. Every file
 * is checked against the hash in its name before it is used.
 */
public final class WeightsFolder {
  /** Environment variable: folder of weights. */
  public static final String FOLDER = "CHIASM_WEIGHTS";

  /** Environment variable: place on the web that has them, such as {@code https://…/models}. */
  public static final String URL = "CHIASM_WEIGHTS_URL";

  /** Room for statistics, unused heads and the format, beside four bytes per parameter. */
  private static final long MARGIN = 64L << 20;

  private final List<Path> folders;
  private final @Nullable URI web;

  private WeightsFolder(List<Path> folders, @Nullable URI web) {
    this.folders = folders;
    this.web = web;
  }

  /**
   * By environment: {@value #FOLDER} (default {@code ~/.cache/chiasm/weights}), {@value #URL}
   * (default none), and torch's own {@code TORCH_HOME} (default {@code ~/.cache/torch}).
   *
   * @throws InputException if the place on the web is no http address
   */
  public static WeightsFolder of(Map<String, String> environment, Path home) {
    Path own = home.resolve(".cache/chiasm/weights");
    Path torch = home.resolve(".cache/torch");
    String folder = environment.getOrDefault(FOLDER, "");
    String torchHome = environment.getOrDefault("TORCH_HOME", "");
    return of(
        folder.isEmpty() ? own : Path.of(folder),
        (torchHome.isEmpty() ? torch : Path.of(torchHome)).resolve("hub/checkpoints"),
        environment.getOrDefault(URL, ""));
  }

  /** By this process's environment. */
  public static WeightsFolder ofEnvironment() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** This place with another folder to look into first, and to fetch to. */
  public WeightsFolder in(Path folder) {
    return new WeightsFolder(
        Stream.concat(Stream.of(folder), folders.stream().skip(1)).toList(), web);
  }

  private static WeightsFolder of(Path own, Path torch, String web) {
    try {
      URI place = web.isEmpty() ? null : URI.create(web.endsWith("/") ? web : web + "/");
      if (place != null && !List.of("http", "https").contains(String.valueOf(place.getScheme()))) {
        throw new IllegalArgumentException("no http address");
      }
      return new WeightsFolder(List.of(own, torch), place);
    } catch (IllegalArgumentException e) {
      throw new InputException(URL + "=" + web + ": needed is https://… of a folder of weights", e);
    }
  }

  /**
   * The file of published weights, fetched if need be.
   *
   * @throws InputException if it is not there, cannot be fetched, or is not what its name says
   */
  public Path file(PublishedWeights weights) {
    for (Path folder : folders) {
      Path file = folder.resolve(weights.file());
      if (Files.isRegularFile(file)) {
        requireHash(file, weights);
        return file;
      }
    }
    if (web == null) {
      throw new InputException(missing(weights));
    }
    return fetched(weights, web.resolve(weights.file()));
  }

  /** Whether the file of published weights is here, or could be fetched; it is not looked at. */
  public boolean mayHave(PublishedWeights weights) {
    return web != null
        || folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(weights.file())));
  }

  /** The message that the weights are not here. */
  public String missing(PublishedWeights weights) {
    return "weights %s of %s are not on this machine: put the file %s into %s or %s, or set %s to a place on the web that has it"
        .formatted(
            weights.weights(),
            weights.architecture(),
            weights.file(),
            folders.get(0),
            folders.get(1),
            URL);
  }

  private static void requireHash(Path file, PublishedWeights weights) {
    try {
      String hash = Sha256.of(Files.newInputStream(file)).digest().value();
      if (!hash.startsWith(weights.hashPrefix())) {
        throw new InputException(
            "%s: its SHA-256 begins with %s, not with the %s of its name; it is damaged or another file: delete it and get it again"
                .formatted(
                    file, hash.substring(0, weights.hashPrefix().length()), weights.hashPrefix()));
      }
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Path fetched(PublishedWeights weights, URI from) {
    Path file = folders.get(0).resolve(weights.file());
    Path part = folders.get(0).resolve(weights.file() + ".part");
    try {
      Files.createDirectories(folders.get(0));
      new Download(from, part, 5 * weights.parameters() + MARGIN).run();
      requireWhole(part, weights);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (IOException e) {
      throw new InputException(
          from + ": broke off (" + e.getMessage() + "); what arrived is kept, try again to go on",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(from + ": was interrupted; try again to go on", e);
    }
  }

  private static void requireWhole(Path part, PublishedWeights weights) throws IOException {
    try {
      requireHash(part, weights);
    } catch (InputException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }
}
