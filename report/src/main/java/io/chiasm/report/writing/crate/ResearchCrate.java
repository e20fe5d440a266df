package io.chiasm.report.writing.crate;

import io.chiasm.report.writing.method.Bibliography;
import io.chiasm.report.writing.method.MethodsText;
import io.chiasm.report.writing.outcome.Provenance;
import io.chiasm.report.writing.outcome.StudyResults;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A results folder for repositories and their search: {@code ro-crate-metadata.json}, an RO-Crate
 * 1.1 (doi:10.5281/zenodo.4031327) of the profile Process Run Crate 0.5. Who made the study and
 * under which licence it may be used is not known here.
 */
public final class ResearchCrate {
  public static final String FILE = "ro-crate-metadata.json";
  public static final String CONTEXT = "https://w3id.org/ro/crate/1.1/context";
  private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
  private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
  private static final String ROOT = "./";
  private static final String LICENCE = "#licence";
  private static final String RUN = "#run";
  private static final String CHIASM = "#chiasm";

  /** As the profile's checkers read it: seconds, and the offset in digits. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final StudyResults results;
  private final Provenance provenance;
  private final CrateFiles files;
  private final List<String> warnings;

  private ResearchCrate(StudyResults results, CrateFiles files, List<String> warnings) {
    this.results = results;
    this.provenance = results.provenance();
    this.files = files;
    this.warnings = warnings;
  }

  /**
   * The crate's entities.
   *
   * @param sizes bytes by path of what was written
   * @param warnings one sentence for each kind
   */
  public static List<CrateEntity> of(
      StudyResults results, Map<String, Integer> sizes, List<String> warnings) {
    return new ResearchCrate(results, new CrateFiles(sizes), warnings).entities();
  }

  private List<CrateEntity> entities() {
    List<CrateEntity> citations = citations();
    List<CrateEntity> inputs = inputs();
    List<CrateEntity> entities = new ArrayList<>();
    entities.add(
        CrateEntity.of(FILE, "CreativeWork")
            .refers("conformsTo", SPECIFICATION)
            .refers("about", ROOT));
    entities.add(root(citations));
    entities.add(
        CrateEntity.of(PROFILE, "CreativeWork")
            .with("name", "Process Run Crate")
            .with("version", "0.5"));
    entities.add(
        CrateEntity.of(LICENCE, "CreativeWork")
            .with("name", "No licence stated")
            .with("description", "Ask those who made the study before you use it."));
    entities.add(run(inputs));
    entities.add(software());
    entities.addAll(inputs);
    entities.addAll(files.top());
    entities.addAll(files.within());
    entities.addAll(citations);
    return entities;
  }

  private List<CrateEntity> citations() {
    return Bibliography.cited(methods()).stream()
        .map(work -> CrateEntity.of(work.address(), "ScholarlyArticle").with("name", work.title()))
        .toList();
  }

  private CrateEntity root(List<CrateEntity> citations) {
    return CrateEntity.of(ROOT, "Dataset")
        .with("name", "Results of the split-encoding study " + results.study().name())
        .with("description", description())
        .with("datePublished", DateTimeFormatter.ISO_LOCAL_DATE.format(created()))
        .refers("license", LICENCE)
        .refers("conformsTo", PROFILE)
        .refers("mentions", RUN)
        .refers("hasPart", files.top())
        .refers("citation", citations);
  }

  private String description() {
    return String.join(" ", Stream.concat(methods().stream(), warnings.stream()).toList());
  }

  private List<String> methods() {
    return MethodsText.of(results);
  }

  private CrateEntity run(List<CrateEntity> inputs) {
    List<CrateEntity> objects = new ArrayList<>(inputs);
    objects.add(CrateEntity.of("study.yaml", "File"));
    return CrateEntity.of(RUN, "CreateAction")
        .with("name", "Split-encoding study " + results.study().name())
        .with("description", "Fits and scores encoding models and writes these results")
        .with("endTime", TIME.format(created()))
        .refers("instrument", CHIASM)
        .refers("object", objects)
        .refers("result", ROOT);
  }

  private CrateEntity software() {
    String versions =
        String.join(
            ", ",
            provenance.versions().entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .toList());
    return CrateEntity.of(CHIASM, "SoftwareApplication")
        .with("name", "Chiasm")
        .with("softwareVersion", provenance.versions().getOrDefault("chiasm", "unknown"))
        .with("description", "Split-encoding studies of the visual brain; versions: " + versions);
  }

  /** What went in, by its SHA-256. */
  private List<CrateEntity> inputs() {
    List<CrateEntity> inputs = new ArrayList<>();
    inputs.add(digest(provenance.stimuli().count() + " stimuli", provenance.stimuli().sha256()));
    provenance.networks().forEach(n -> inputs.add(digest("network " + n.name(), n.sha256())));
    provenance
        .responses()
        .forEach(
            r ->
                inputs.add(
                    digest("responses " + r.participant() + " " + r.hemisphere(), r.sha256())));
    provenance
        .ceilings()
        .forEach(
            c ->
                inputs.add(
                    digest("noise ceiling " + c.participant() + " " + c.hemisphere(), c.sha256())));
    return inputs;
  }

  private static CrateEntity digest(String what, String sha256) {
    return CrateEntity.of(CrateEntity.local(what), "PropertyValue")
        .with("name", "SHA-256 of " + what)
        .with("propertyID", "sha256")
        .with("value", sha256);
  }

  private OffsetDateTime created() {
    return provenance.created().atOffset(ZoneOffset.UTC);
  }
}
