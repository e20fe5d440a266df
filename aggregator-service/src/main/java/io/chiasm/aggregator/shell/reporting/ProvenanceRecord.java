package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.writing.outcome.Provenance;
import io.chiasm.study.plan.Material;
import io.chiasm.study.shell.importing.Imported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a study's numbers come from. */
final class ProvenanceRecord {
  private final Instant created;

  ProvenanceRecord(Instant created) {
    this.created = created;
  }

  Provenance of(Study study, Imported imported) {
    Material material = imported.material();
    return new Provenance(
        versions(),
        StudyFile.write(study),
        stimuli(material),
        networks(study, imported),
        responses(material),
        imported.ceilingFiles(),
        seeds(study, material),
        Sha256.of(imported.folds().csv()).value(),
        created);
  }

  private static List<Provenance.Network> networks(Study study, Imported imported) {
    Material material = imported.material();
    List<Provenance.Network> networks = new ArrayList<>();
    material
        .networks()
        .forEach(
            n ->
                networks.add(
                    new Provenance.Network(
                        n.name(), weights(study, imported, n), n.network().sha256().value())));
    material
        .features()
        .forEach(
            f ->
                networks.add(
                    new Provenance.Network(
                        f.network(),
                        "features of the study, no network: " + f.layer(),
                        f.tensor().sha256().value())));
    return networks;
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    String chiasm = ProvenanceRecord.class.getPackage().getImplementationVersion();
    versions.put("chiasm", chiasm == null ? "unpackaged" : chiasm);
    versions.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    versions.put(
        "os",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")));
    return versions;
  }

  private static Provenance.Stimuli stimuli(Material material) {
    Map<Integer, String> all = new TreeMap<>();
    for (Material.Participant participant : material.participants()) {
      for (StimulusRef stimulus : participant.stimuli()) {
        all.put(stimulus.stimulus().number(), stimulus.sha256().value());
      }
    }
    String hash =
        ContentHash.of("stimuli", 1)
            .numbers("ids", List.copyOf(all.keySet()))
            .list("sha256", List.copyOf(all.values()))
            .full()
            .value();
    return new Provenance.Stimuli(all.size(), hash);
  }

  /** Which weights, and how they were found in their file where that needs saying. */
  private static String weights(Study study, Imported imported, Material.Network network) {
    List<String> found = imported.weights().getOrDefault(network.name(), List.of());
    return Stream.concat(Stream.of(weights(study, network)), found.stream())
        .collect(Collectors.joining("; "));
  }

  private static String weights(Study study, Material.Network network) {
    NetworkSpec spec = spec(study, network);
    String graph = "those of the file";
    String from = "";
    if (spec.source() instanceof NetworkSource.BuiltIn builtIn) {
      graph = builtIn.weights();
      from = builtIn.architecture() + ", ";
    }
    if (spec.weights() instanceof Weights.Recalibrated recalibrated) {
      return from + graph + ", " + recalibrated.label() + ", seed " + recalibrated.seed();
    }
    return from
        + (spec.weights() instanceof Weights.Untrained untrained
            ? "untrained(" + untrained.seed() + ")"
            : graph);
  }

  private static NetworkSpec spec(Study study, Material.Network network) {
    return study.networks().stream()
        .filter(n -> n.name().equals(network.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no network " + network.name()));
  }

  private static List<Provenance.Responses> responses(Material material) {
    List<Provenance.Responses> responses = new ArrayList<>();
    for (Material.Participant participant : material.participants()) {
      participant
          .responses()
          .forEach(
              (hemisphere, ref) ->
                  responses.add(
                      new Provenance.Responses(
                          participant.participant().value(),
                          hemisphere.label(),
                          ref.sha256().value())));
    }
    return responses;
  }

  private static Map<String, Long> seeds(Study study, Material material) {
    Map<String, Long> seeds = new LinkedHashMap<>();
    if (study.validation() instanceof ValidationSpec.KFold kFold) {
      seeds.put("folds", kFold.seed());
    } else if (study.validation() instanceof ValidationSpec.Holdout holdout) {
      seeds.put("folds", holdout.seed());
    }
    for (Material.Network network : material.networks()) {
      spec(study, network)
          .weights()
          .drawnFrom()
          .ifPresent(seed -> seeds.put("network " + network.name(), seed));
    }
    return seeds;
  }
}
