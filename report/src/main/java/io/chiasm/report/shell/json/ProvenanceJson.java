package io.chiasm.report.shell.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chiasm.report.writing.outcome.Provenance;
import io.chiasm.report.writing.outcome.ProvenanceFormat;

/** {@code provenance.json}: keys in a fixed order. */
public final class ProvenanceJson implements ProvenanceFormat {
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public byte[] bytes(Provenance provenance) {
    ObjectNode root = json.createObjectNode();
    root.put("created", provenance.created().toString());
    provenance.versions().forEach(root.putObject("versions")::put);
    root.set("stimuli", json.valueToTree(provenance.stimuli()));
    root.set("networks", json.valueToTree(provenance.networks()));
    root.set("responses", json.valueToTree(provenance.responses()));
    root.set("noise_ceilings", json.valueToTree(provenance.ceilings()));
    provenance.seeds().forEach(root.putObject("seeds")::put);
    root.put("folds_sha256", provenance.foldsSha256());
    root.put("study", provenance.studyYaml());
    return JsonFile.bytes(root);
  }
}
