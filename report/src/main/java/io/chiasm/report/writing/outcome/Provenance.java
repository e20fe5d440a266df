package io.chiasm.report.writing.outcome;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything needed to get the same numbers again: what {@code provenance.json} says. The only part
 * of the results that holds a time, beside the crate that repeats it.
 *
 * @param versions by name: Chiasm, JDK, operating system, libraries
 * @param studyYaml the study file with every default filled in
 * @param stimuli the stimuli used
 * @param networks in the study's order
 * @param responses in the study's order
 * @param ceilings noise ceilings that the study gives; empty if it gives none
 * @param seeds by what they were used for
 * @param foldsSha256 hex digest of {@code tables/folds.csv}
 * @param created when the results were written
 */
public record Provenance(
    Map<String, String> versions,
    String studyYaml,
    Stimuli stimuli,
    List<Network> networks,
    List<Responses> responses,
    List<Ceiling> ceilings,
    Map<String, Long> seeds,
    String foldsSha256,
    Instant created) {
  public Provenance {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    networks = List.copyOf(networks);
    responses = List.copyOf(responses);
    ceilings = List.copyOf(ceilings);
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
  }

  /**
   * The stimuli of the study.
   *
   * @param count number of distinct stimuli
   * @param sha256 hex digest over the stimuli's ids and bytes
   */
  public record Stimuli(int count, String sha256) {}

  /**
   * A network as it ran.
   *
   * @param weights in words: a published name, a file, or a seed
   * @param sha256 hex digest of graph and weights
   */
  public record Network(String name, String weights, String sha256) {}

  /** The measured responses of one hemisphere, by the hex digest of their file. */
  public record Responses(String participant, String hemisphere, String sha256) {}

  /** The noise ceilings given for one hemisphere, by the hex digest of their file. */
  public record Ceiling(String participant, String hemisphere, String sha256) {}
}
