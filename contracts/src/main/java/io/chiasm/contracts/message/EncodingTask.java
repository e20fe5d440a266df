package io.chiasm.contracts.message;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.TensorRef;
import org.jspecify.annotations.Nullable;

/**
 * Full, contralateral and ipsilateral encoding models of one participant, hemisphere, network,
 * layer and split. Done when {@code result} is in the store.
 *
 * @param layer the study's label
 * @param tensor name in the graph
 * @param split label of the split
 * @param gram document of the Gram matrices, {@link GramDocument}
 * @param responses {@code [stimulus, vertex]} float32 or float64, stimuli in the order of the Gram
 *     matrices
 * @param folds {@code [stimulus]} fold in which each is held out, -1 for never
 * @param midline what becomes of the middle column
 * @param vertex whose held-out predictions are kept beside the scores; null for none
 * @param result document of the results, {@link EncodingDocument}
 */
public record EncodingTask(
    String study,
    String id,
    ParticipantId participant,
    Hemisphere hemisphere,
    String network,
    String layer,
    String tensor,
    String split,
    ObjectKey gram,
    TensorRef responses,
    TensorRef folds,
    Midline midline,
    Regression regression,
    @Nullable VertexChoice vertex,
    ObjectKey result)
    implements Message {
  @Override
  public String key() {
    return id;
  }

  @Override
  public Topic topic() {
    return Topic.ENCODING_TASKS;
  }
}
