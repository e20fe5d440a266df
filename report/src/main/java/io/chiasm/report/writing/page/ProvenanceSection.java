package io.chiasm.report.writing.page;

import io.chiasm.report.markup.Markup;
import io.chiasm.report.writing.outcome.Provenance;
import java.util.List;

/** Where the numbers come from; the whole of it is in {@code provenance.json}. */
final class ProvenanceSection {
  private ProvenanceSection() {}

  static void write(Markup page, Provenance provenance) {
    page.open("section", "id", "provenance").element("h2", "Provenance").line();
    page.element("p", "All of it, with the time of writing: provenance.json.").line();
    HtmlTable table = new HtmlTable(page, List.of("What", "Which", "SHA-256"));
    provenance.versions().forEach((name, version) -> table.row(name, List.of(version, "")));
    Provenance.Stimuli stimuli = provenance.stimuli();
    table.row("stimuli", List.of(Integer.toString(stimuli.count()), stimuli.sha256()));
    for (Provenance.Network network : provenance.networks()) {
      table.row("network " + network.name(), List.of(network.weights(), network.sha256()));
    }
    for (Provenance.Responses responses : provenance.responses()) {
      String who = responses.participant() + " " + responses.hemisphere();
      table.row("responses", List.of(who, responses.sha256()));
    }
    for (Provenance.Ceiling ceiling : provenance.ceilings()) {
      String who = ceiling.participant() + " " + ceiling.hemisphere();
      table.row("noise ceiling", List.of(who, ceiling.sha256()));
    }
    provenance.seeds().forEach((use, seed) -> table.row("seed", List.of(use + ": " + seed, "")));
    table.row("folds", List.of("tables/folds.csv", provenance.foldsSha256()));
    table.close();
    page.open("details").element("summary", "Study file, every default filled in");
    page.element("pre", provenance.studyYaml()).close().line();
    page.close().line();
  }
}
