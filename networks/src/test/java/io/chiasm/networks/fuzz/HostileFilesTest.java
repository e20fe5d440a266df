package io.chiasm.networks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.management.ThreadMXBean;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.graph.GraphDamage;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.shape.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of every format are read or refused in words, within little memory and time,
 * whatever the damage. The build tries {@value #CASES} files per format; a longer run: {@code
 * -Dchiasm.fuzz.cases=1000000}, another one: {@code -Dchiasm.fuzz.seed=2}.
 */
class HostileFilesTest {
  private static final int CASES = 2500;

  /** Files of a few kB: a reader that believed their lengths would need far more. */
  private static final long MOST_BYTES = 64L << 20;

  /** Of the processor, not by the clock; a file of some kB takes milliseconds. */
  private static final long MOST_NANOS = 5_000_000_000L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final List<byte[]> donors = new ArrayList<>();

  HostileFilesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    donors.addAll(checkpoints());
    donors.addAll(graphs());
  }

  @Test
  void damagedCheckpointsAreReadOrRefused() throws IOException {
    Path file = folder.resolve("damaged");
    fuzz(
        checkpoints(),
        (bytes, random) -> bytes,
        bytes -> {
          Files.write(file, bytes);
          StateDict weights = StateDict.open(file);
          weights.keys().forEach(weights::read);
        },
        file.toString());
  }

  @Test
  void damagedGraphsAreReadOrRefused() throws IOException {
    fuzz(graphs(), HostileFilesTest::absurd, HostileFilesTest::use, "x.onnx");
  }

  private static void use(byte[] bytes) {
    OnnxGraph network = OnnxGraph.read(bytes, "x.onnx");
    Inspection.of(network);
    List<String> layers =
        network.layers().stream().filter(Layer::separate).map(Layer::name).toList();
    if (!layers.isEmpty()) {
      network.tapped(layers);
    }
    network.untrained(0);
  }

  /** Half of the files stay graphs, but make no sense. */
  private static byte[] absurd(byte[] whole, Random random) {
    if (random.nextBoolean()) {
      return whole;
    }
    try {
      ModelProto.Builder model = ModelProto.parseFrom(whole).toBuilder();
      GraphDamage.damage(model.getGraphBuilder(), random);
      return model.build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fuzz(List<byte[]> files, Preparation preparation, Reader reader, String source)
      throws IOException {
    long seed = Long.getLong("chiasm.fuzz.seed", 1);
    int cases = Integer.getInteger("chiasm.fuzz.cases", CASES);
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      // A case can be repeated by its number alone.
      Random random = new Random(seed * 0x9E3779B97F4A7C15L + i);
      byte[] file = preparation.prepare(files.get(random.nextInt(files.size())), random);
      byte[] damaged = new Mutation(random, donors).of(file);
      refused += isRefused(damaged, reader, source, "seed " + seed + ", case " + i) ? 1 : 0;
    }
    System.out.printf("%d damaged files, %d refused (%s)%n", cases, refused, source);
    // Damage that is always or never noticed would test little.
    assertThat(refused).isBetween(cases / 3, cases - 1);
  }

  private static boolean isRefused(byte[] damaged, Reader reader, String source, String what)
      throws IOException {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    boolean refused = false;
    try {
      reader.read(damaged);
    } catch (InputException e) {
      refused = true;
      assertThat(e.getMessage()).as(what).contains(source).doesNotContain("Exception");
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what + " is neither read nor refused", e);
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).as(what).isLessThan(MOST_BYTES);
    assertThat(THREADS.getCurrentThreadCpuTime() - nanos).as(what).isLessThan(MOST_NANOS);
    return refused;
  }

  private static List<byte[]> checkpoints() throws IOException {
    return resources(
        "checkpoint/",
        "plain.pth",
        "wrapped.pth",
        "parallel.pth",
        "protocol4.pth",
        "plain.safetensors",
        "legacy.pth",
        "legacy4.pth",
        "python2.pth",
        "saved.pth",
        "saved4.pth",
        "saved_legacy.pth",
        "hostile.pth",
        "hostile_legacy.pth");
  }

  private static List<byte[]> graphs() throws IOException {
    return resources(
        "shape/operators-", "windows.onnx", "classifier.onnx", "convnext.onnx", "attention.onnx");
  }

  private static List<byte[]> resources(String start, String... names) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (String name : names) {
      try (InputStream in = OnnxGraph.class.getResourceAsStream(start + name)) {
        assertThat(in).as(name).isNotNull();
        files.add(in.readAllBytes());
      }
    }
    return files;
  }

  private interface Preparation {
    byte[] prepare(byte[] whole, Random random);
  }

  private interface Reader {
    void read(byte[] bytes) throws IOException;
  }
}
