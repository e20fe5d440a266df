package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.dataset.roi.RoiMask;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A data set in the layout of the Algonauts Project 2023 (doi:10.48550/arXiv.2301.03198): the
 * photographs that each participant saw, the responses of each vertex to them, and ROIs.
 *
 * <p>Stimuli are known by their NSD number; the order of rows in a participant's files never leaves
 * this package.
 */
public final class AlgonautsDataset {
  private static final int NAMED = 20;

  private final Map<ParticipantId, Participant> participants;
  private final List<StimulusId> shared;
  private final Map<StimulusId, List<Path>> files;
  private final DatasetReport report;
  private final Map<StimulusId, StimulusImage> digested = new ConcurrentHashMap<>();

  private AlgonautsDataset(List<Participant> participants, DatasetReport report) {
    this.participants =
        participants.stream()
            .collect(Collectors.toMap(Participant::id, p -> p, (a, b) -> a, LinkedHashMap::new));
    SharedImages images = new SharedImages(participants);
    this.shared = List.copyOf(images.seenByAll());
    this.files = images.files();
    this.report = report;
  }

  /**
   * Checks a data set and names everything that is wrong with it; throws nothing for bad data.
   *
   * @param folder that holds {@code subj01}, {@code subj02} …
   * @param participants names wanted; empty for all
   */
  public static DatasetReport check(Path folder, List<String> participants, CheckDepth depth) {
    Findings findings = new Findings(folder);
    List<Participant> read = new DatasetReading(folder, depth, findings).read(participants);
    return DatasetReport.of(folder.toString(), read, findings.all());
  }

  /**
   * Opens a data set after a quick check. Responses and images are read when they are asked for.
   *
   * @param folder that holds {@code subj01}, {@code subj02} …
   * @param participants names in the order wanted; empty for all
   * @throws InputException that names all defects found
   */
  public static AlgonautsDataset open(Path folder, List<String> participants) {
    Findings findings = new Findings(folder);
    List<Participant> read =
        new DatasetReading(folder, CheckDepth.QUICK, findings).read(participants);
    DatasetReport report = DatasetReport.of(folder.toString(), read, findings.all());
    if (!report.usable()) {
      throw new InputException(message(report));
    }
    return new AlgonautsDataset(read, report);
  }

  /** What the check on opening found. */
  public DatasetReport report() {
    return report;
  }

  /** The participants, in the order wanted. */
  public List<ParticipantId> participants() {
    return List.copyOf(participants.keySet());
  }

  /** The hemispheres that this participant has responses of. */
  public Set<Hemisphere> hemispheres(ParticipantId participant) {
    return participant(participant).hemispheres().keySet();
  }

  /** Number of vertices, columns of the responses. */
  public int vertices(ParticipantId participant, Hemisphere hemisphere) {
    return hemisphere(participant, hemisphere).responses().vertices();
  }

  /** What this participant saw in training, ascending. */
  public List<StimulusId> stimuli(ParticipantId participant) {
    return List.copyOf(participant(participant).images().keySet());
  }

  /** What every participant of the study saw, ascending: the computed intersection. */
  public List<StimulusId> sharedStimuli() {
    return shared;
  }

  /** What any participant of the study saw, ascending. */
  public List<StimulusId> allStimuli() {
    return List.copyOf(new TreeSet<>(files.keySet()));
  }

  /**
   * The file of a stimulus' photograph.
   *
   * @throws InputException if no participant saw it
   */
  public Path photograph(StimulusId stimulus) {
    List<Path> candidates = files.get(stimulus);
    if (candidates == null) {
      throw new InputException("no participant of the study saw " + stimulus);
    }
    return candidates.get(0);
  }

  /**
   * The photograph of a stimulus, with the digest of its file.
   *
   * @throws InputException if no participant saw it, or the file cannot be read
   */
  public StimulusImage image(StimulusId stimulus) {
    Path first = photograph(stimulus);
    return digested.computeIfAbsent(
        stimulus,
        s -> new StimulusImage(s, first, FileDigest.of(first), ImageProbe.orientation(first)));
  }

  /**
   * Responses to these stimuli, as the data set has them. Memory is that of the result.
   *
   * @return {@code [stimulus, vertex]}, rows in the order asked for
   * @throws InputException if the participant did not see a stimulus, or a response is not finite
   */
  public RealTensor responses(
      ParticipantId participant, Hemisphere hemisphere, List<StimulusId> stimuli) {
    ResponseFile file = hemisphere(participant, hemisphere).responses();
    int[] rows = stimuli.stream().mapToInt(s -> row(participant, s)).toArray();
    RealTensor responses = file.rows(rows);
    requireFinite(file, stimuli, responses);
    return responses;
  }

  /** The ROI masks of a hemisphere, classes in order of name; empty if the data set has none. */
  public List<RoiMask> roiMasks(ParticipantId participant, Hemisphere hemisphere) {
    return hemisphere(participant, hemisphere).masks();
  }

  /**
   * {@code [vertex]} the number of each vertex on fsaverage (163,842 vertices a hemisphere),
   * ascending; empty if the data set has no masks.
   */
  public Optional<int[]> vertexToFsaverage(ParticipantId participant, Hemisphere hemisphere) {
    return hemisphere(participant, hemisphere).fsaverage();
  }

  private int row(ParticipantId participant, StimulusId stimulus) {
    TrainingImage image = participant(participant).images().get(stimulus);
    if (image == null) {
      throw new InputException(participant + " did not see " + stimulus + " in training");
    }
    return image.row();
  }

  private Participant participant(ParticipantId id) {
    Participant participant = participants.get(id);
    if (participant == null) {
      throw new InputException(
          "there is no participant " + id + "; there are " + participants.keySet());
    }
    return participant;
  }

  private HemisphereData hemisphere(ParticipantId id, Hemisphere hemisphere) {
    HemisphereData data = participant(id).hemispheres().get(hemisphere);
    if (data == null) {
      throw new InputException(id + " has no responses of " + hemisphere.label());
    }
    return data;
  }

  private static void requireFinite(
      ResponseFile file, List<StimulusId> stimuli, RealTensor values) {
    for (int i = 0; i < values.shape().elements(); i++) {
      if (!Double.isFinite(values.get(i))) {
        int vertex = i % file.vertices();
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s: the response of vertex %d (counted from 0) to %s is %s; a finite number",
                file.file(),
                vertex,
                stimuli.get(i / file.vertices()),
                values.get(i)));
      }
    }
  }

  private static String message(DatasetReport report) {
    int more = report.errors().size() - NAMED;
    return report.errors().stream()
        .limit(NAMED)
        .map(Finding::place)
        .collect(
            Collectors.joining(
                "\n  ",
                "data set " + report.folder() + " cannot be used:\n  ",
                more > 0 ? "\n  … and " + more + " more" : ""));
  }
}
