package io.chiasm.networks.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.networks.catalogue.Interpolation;
import io.chiasm.networks.catalogue.Preset;
import io.chiasm.networks.catalogue.PublishedWeights;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFolderTest {
  private static final int SIZE = 300_000;

  private final byte[] content = new byte[SIZE];
  private final List<String> ranges = new ArrayList<>();
  private final HttpServer server;
  private final Path home;
  private final Path own;
  private final PublishedWeights weights;

  WeightsFolderTest(@TempDir Path home) throws IOException {
    this.home = home;
    this.own = home.resolve(".cache/chiasm/weights");
    new Random(1).nextBytes(content);
    Path file = Files.write(home.resolve("content"), content);
    weights =
        weights("net-" + Sha256.of(Files.newInputStream(file)).hex().substring(0, 8) + ".pth");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/models/" + weights.file(), this::answer);
    server.start();
  }

  private static PublishedWeights weights(String file) {
    return new PublishedWeights(
        "net",
        "IMAGENET1K_V1",
        file,
        50,
        60,
        1000,
        new Preset(256, 224, Interpolation.BILINEAR, Normalisation.IMAGENET),
        Map.of());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    exchange.sendResponseHeaders(range == null ? 200 : 206, SIZE - from);
    exchange.getResponseBody().write(content, from, SIZE - from);
    exchange.close();
  }

  private WeightsFolder online() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/models";
    return WeightsFolder.of(Map.of(WeightsFolder.URL, url), home);
  }

  private WeightsFolder offline() {
    return WeightsFolder.of(Map.of(), home);
  }

  @Test
  void withoutAPlaceOnTheWebItSaysWhichFileToPutWhere() {
    assertThatThrownBy(() -> offline().file(weights))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("put the file " + weights.file() + " into " + own + " or ")
        .hasMessageContaining(".cache/torch/hub/checkpoints")
        .hasMessageContaining("CHIASM_WEIGHTS_URL");
  }

  @Test
  void missingWeightsAreFetchedOnce() throws IOException {
    assertThat(Files.readAllBytes(online().file(weights))).isEqualTo(content);
    assertThat(offline().file(weights)).isEqualTo(own.resolve(weights.file()));
    assertThat(ranges).containsExactly("null");
  }

  @Test
  void aFetchThatBrokeOffGoesOnWhereItStopped() throws IOException {
    Files.createDirectories(own);
    Files.write(own.resolve(weights.file() + ".part"), Arrays.copyOf(content, 100_000));
    assertThat(Files.readAllBytes(online().file(weights))).isEqualTo(content);
    assertThat(ranges).containsExactly("bytes=100000-");
  }

  @Test
  void aFetchThatGivesAnotherFileIsThrownAway() throws IOException {
    Files.createDirectories(own);
    Path part = Files.write(own.resolve(weights.file() + ".part"), new byte[100_000]);
    assertThatThrownBy(() -> online().file(weights))
        .hasMessageContaining("its SHA-256 begins with");
    assertThat(part).doesNotExist();
    assertThat(own.resolve(weights.file())).doesNotExist();
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsRefused() throws IOException {
    Files.createDirectories(own);
    Files.write(own.resolve(weights.file()), new byte[10]);
    assertThatThrownBy(() -> online().file(weights))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not with the " + weights.hashPrefix() + " of its name");
  }

  @Test
  void whatTorchHasFetchedIsUsed() throws IOException {
    Path torch = Files.createDirectories(home.resolve(".cache/torch/hub/checkpoints"));
    Path file = Files.write(torch.resolve(weights.file()), content);
    assertThat(offline().file(weights)).isEqualTo(file);
  }

  @Test
  void aServerWithoutTheFileIsNamed() {
    PublishedWeights other = weights("other-00000000.pth");
    assertThatThrownBy(() -> online().file(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/models/other-00000000.pth: answered 404");
  }

  @Test
  void aPlaceThatIsNoWebAddressIsRefused() {
    assertThatThrownBy(() -> WeightsFolder.of(Map.of(WeightsFolder.URL, "file:///etc"), home))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CHIASM_WEIGHTS_URL=file:///etc");
  }
}
