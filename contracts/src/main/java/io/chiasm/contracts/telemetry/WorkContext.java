package io.chiasm.contracts.telemetry;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.Message;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a piece of work is about; an empty word where there is nothing to say.
 *
 * @param study its id
 * @param task its id
 * @param participant whose responses are encoded
 * @param layer the study's label; of a forward pass the tensors' names, comma between
 */
public record WorkContext(String study, String task, String participant, String layer) {
  /** Work for a study as a whole. */
  public static WorkContext ofStudy(String study) {
    return new WorkContext(study, "", "", "");
  }

  /** What a message asks for. */
  public static WorkContext of(Message message) {
    if (message instanceof EncodingTask task) {
      return new WorkContext(task.study(), task.id(), task.participant().value(), task.layer());
    }
    if (message instanceof ExtractionTask task) {
      String layers =
          task.layers().stream().map(LayerTarget::tensor).collect(Collectors.joining(","));
      return new WorkContext(task.study(), task.id(), "", layers);
    }
    return new WorkContext(message.study(), message.id(), "", "");
  }

  /** What there is to say, by the names that logs and spans have for it. */
  public Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("study", study);
    fields.put("task", task);
    fields.put("participant", participant);
    fields.put("layer", layer);
    fields.values().removeIf(String::isEmpty);
    return fields;
  }
}
