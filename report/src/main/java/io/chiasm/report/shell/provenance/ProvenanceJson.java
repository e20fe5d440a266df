package io.chiasm.report.shell.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chiasm.report.writing.Provenance;
import io.chiasm.report.writing.ProvenanceFormat;
import java.nio.charset.StandardCharsets;

/** {@code provenance.json}: keys in a fixed order, two blanks of indent, {@code \n}. */
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
    return written(root);
  }

  private byte[] written(ObjectNode root) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    try {
      String text = json.writer(printer).writeValueAsString(root);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree of texts and numbers is always writable
    }
  }
}
