package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.dataset.roi.RoiMask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A participant's row in the table of a data set.
 *
 * @param participant such as {@code subj01}
 * @param stimuli number of training images
 * @param testImages number of images without responses
 * @param lhVertices vertices of the left hemisphere, 0 if it is not in the data set
 * @param rhVertices vertices of the right hemisphere, 0 if it is not in the data set
 * @param rois those with a vertex in either hemisphere
 */
public record ParticipantSummary(
    String participant,
    int stimuli,
    int testImages,
    int lhVertices,
    int rhVertices,
    List<RoiCount> rois) {
  public ParticipantSummary {
    rois = List.copyOf(rois);
  }

  static ParticipantSummary of(Participant participant) {
    return new ParticipantSummary(
        participant.id().value(),
        participant.images().size(),
        participant.testImages(),
        vertices(participant, Hemisphere.LH),
        vertices(participant, Hemisphere.RH),
        rois(participant));
  }

  private static int vertices(Participant participant, Hemisphere hemisphere) {
    HemisphereData data = participant.hemispheres().get(hemisphere);
    return data == null ? 0 : data.responses().vertices();
  }

  private static List<RoiCount> rois(Participant participant) {
    Map<String, RoiCount> counts = new LinkedHashMap<>();
    participant
        .hemispheres()
        .forEach(
            (hemisphere, data) -> data.masks().forEach(mask -> count(mask, hemisphere, counts)));
    List<RoiCount> present = new ArrayList<>(counts.values());
    present.removeIf(roi -> roi.lh() + roi.rh() == 0);
    return present;
  }

  private static void count(RoiMask mask, Hemisphere hemisphere, Map<String, RoiCount> counts) {
    mask.names()
        .forEach(
            (id, name) -> {
              int size = size(mask, id);
              boolean left = hemisphere == Hemisphere.LH;
              counts.merge(
                  mask.roiClass() + "/" + name,
                  new RoiCount(mask.roiClass(), name, left ? size : 0, left ? 0 : size),
                  (a, b) -> new RoiCount(a.roiClass(), name, a.lh() + b.lh(), a.rh() + b.rh()));
            });
  }

  private static int size(RoiMask mask, int id) {
    int size = 0;
    for (int vertex = 0; vertex < mask.vertices(); vertex++) {
      size += mask.id(vertex) == id ? 1 : 0;
    }
    return size;
  }
}
