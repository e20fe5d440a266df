package io.chiasm.report.writing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.dataset.roi.RoiMask;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.shell.json.CrateJson;
import io.chiasm.report.shell.json.ProvenanceJson;
import io.chiasm.report.shell.json.SummaryJson;
import io.chiasm.report.surface.Balls;
import io.chiasm.report.surface.Cortex;
import io.chiasm.report.surface.MadePlaces;
import io.chiasm.report.surface.SurfaceFolder;
import io.chiasm.report.surface.Surfaces;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.size.WritingWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Times the report of a made study of the real size, into a folder; see bench/report. */
public final class ReportBench {
  /** Vertices of subj01 of the Algonauts 2023 data set: 39,548 in both hemispheres. */
  private static int vertices(Hemisphere hemisphere) {
    return hemisphere == Hemisphere.LH ? 19_004 : 20_544;
  }

  private final Cortex cortex;
  private final Map<Hemisphere, int[]> places = new EnumMap<>(Hemisphere.class);

  private ReportBench(Cortex cortex) {
    this.cortex = cortex;
    for (Hemisphere hemisphere : Hemisphere.values()) {
      places.put(hemisphere, MadePlaces.back(cortex, hemisphere, vertices(hemisphere)));
    }
  }

  /** Arguments: the folder to write to, the number of participants, and a surface or nothing. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int participants = Integer.parseInt(args[1]);
    Cortex cortex =
        args.length > 2
            ? SurfaceFolder.open(Path.of(args[2]))
            : new Cortex(Balls.ball(7), Balls.ball(7));
    StudyResults results = new ReportBench(cortex).results(participants);
    long began = System.nanoTime();
    new ResultsWriter(NpyWriter::write, new ProvenanceJson(), new SummaryJson(), new CrateJson())
        .write(results, (path, bytes) -> write(folder.resolve(path), bytes), WritingWatch.NOBODY);
    double seconds = (System.nanoTime() - began) / 1e9;
    print(folder, participants, results.cells().size(), seconds);
  }

  private static void print(Path folder, int participants, int cells, double seconds)
      throws IOException {
    long processor =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    try (Stream<Path> files = Files.walk(folder)) {
      System.out.printf(
          Locale.ROOT,
          "{\"participants\": %d, \"cells\": %d, \"seconds\": %.1f, \"cpu_seconds_in_all\": %.1f,"
              + " \"files\": %d, \"report_bytes\": %d, \"peak_memory\": \"%s\"}%n",
          participants,
          cells,
          seconds,
          processor / 1e9,
          files.filter(Files::isRegularFile).count(),
          Files.size(folder.resolve("report.html")),
          peakMemory());
    }
  }

  /** Most resident memory of this process so far, as Linux tells it. */
  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StudyResults results(int participants) {
    StudyResults made = MadeResults.complete(participants);
    Study study = made.study();
    List<EncodingCell> cells = new ArrayList<>();
    made.cells().forEach(cell -> cells.add(new WideCell(cell)));
    return new StudyResults(
        study,
        cells,
        this::masks,
        Surfaces.of(cortex, (participant, side) -> Optional.ofNullable(places.get(side))),
        List.of(),
        List.of(),
        List.of(),
        made.vertex(),
        List.of(),
        List.of(StudyResults.SIMULATED),
        made.foldsCsv(),
        made.provenance());
  }

  /** The made study's ROIs, spread over the vertices from back to front. */
  private List<RoiMask> masks(ParticipantId participant, Hemisphere hemisphere) {
    int n = vertices(hemisphere);
    List<RoiMask> masks = new ArrayList<>();
    for (RoiMask small : MadeStudy.masks(participant, hemisphere)) {
      int[] ids = new int[n];
      for (int vertex = 0; vertex < n; vertex++) {
        ids[vertex] = small.id((int) ((long) vertex * small.vertices() / n));
      }
      masks.add(new RoiMask(small.roiClass(), small.names(), ids));
    }
    return masks;
  }

  /** A made cell's arrays over as many vertices as in the real data; made when asked for. */
  private record WideCell(EncodingCell small) implements EncodingCell {
    @Override
    public ParticipantId participant() {
      return small.participant();
    }

    @Override
    public Hemisphere hemisphere() {
      return small.hemisphere();
    }

    @Override
    public Condition condition() {
      return small.condition();
    }

    @Override
    public List<String> names() {
      return small.names();
    }

    @Override
    public float[] values(String name) {
      float[] known = small.values(name);
      float[] values = new float[vertices(hemisphere())];
      Random random = new Random(name.hashCode());
      for (int vertex = 0; vertex < values.length; vertex++) {
        float place = (float) vertex * (known.length - 1) / values.length;
        float value = known[(int) place];
        values[vertex] = value + 0.01f * (float) random.nextGaussian();
      }
      return values;
    }
  }
}
