package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.ParticipantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a data set's folder in one pass over everything. */
final class DatasetReading {
  private static final Pattern PARTICIPANT = Pattern.compile("subj\\d{2}");

  private final Path root;
  private final CheckDepth depth;
  private final Findings findings;

  DatasetReading(Path root, CheckDepth depth, Findings findings) {
    this.root = root;
    this.depth = depth;
    this.findings = findings;
  }

  /** The participants wanted, in the order wanted; all for an empty list. */
  List<Participant> read(List<String> wanted) {
    List<Participant> participants =
        folders(wanted).stream()
            .map(folder -> new ParticipantReading(folder, depth, findings).read())
            .toList();
    SharedImages images = new SharedImages(participants);
    images.check(depth, findings);
    boolean allHaveImages = participants.stream().noneMatch(p -> p.images().isEmpty());
    if (participants.size() > 1 && allHaveImages && images.seenByAll().isEmpty()) {
      findings.warning(
          root,
          "no stimulus was seen by all " + participants.size() + " participants",
          "a study of shared stimuli is empty; choose fewer participants or all stimuli");
    }
    return participants;
  }

  private List<ParticipantFolder> folders(List<String> wanted) {
    if (!Files.isDirectory(root)) {
      String wrong = Files.exists(root) ? "this is not a folder" : "there is no such folder";
      findings.error(root, wrong, "the folder that holds subj01, subj02 …");
      return List.of();
    }
    List<String> found = found();
    if (found.isEmpty()) {
      findings.error(root, "no participant's folder (subj01 …) in it", advice());
    }
    return wanted.isEmpty() ? folders(found, found) : folders(wanted, found);
  }

  private List<ParticipantFolder> folders(List<String> wanted, List<String> found) {
    List<ParticipantFolder> folders = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : wanted) {
      if (!seen.add(name)) {
        findings.error(root, "participant " + name + " is named twice", "each one once");
      } else if (found.contains(name)) {
        folders.add(new ParticipantFolder(root.resolve(name), new ParticipantId(name)));
      } else if (!found.isEmpty()) {
        findings.error(root, "there is no participant '" + name + "'", "there are " + found);
      }
    }
    return folders;
  }

  private List<String> found() {
    return entries(root).stream()
        .filter(entry -> Files.isDirectory(entry))
        .map(FolderListing::name)
        .filter(name -> PARTICIPANT.matcher(name).matches())
        .toList();
  }

  private String advice() {
    if (Files.isDirectory(root.resolve("training_split"))) {
      return "this is a participant's own folder: name the one above it";
    }
    boolean packed =
        entries(root).stream().map(FolderListing::name).anyMatch(n -> n.matches("subj\\d\\d.zip"));
    return packed
        ? "unpack the .zip files of the participants first"
        : "name the folder that holds subj01, subj02 …";
  }

  private List<Path> entries(Path folder) {
    return findings.attempt(() -> FolderListing.of(folder)).orElse(List.of());
  }
}
