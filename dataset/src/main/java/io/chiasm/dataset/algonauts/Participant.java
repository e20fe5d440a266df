package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was found of one participant.
 *
 * @param images training image by stimulus, ascending
 * @param testImages how many images without responses there are
 * @param hemispheres those that have responses
 */
record Participant(
    ParticipantId id,
    NavigableMap<StimulusId, TrainingImage> images,
    int testImages,
    Map<Hemisphere, HemisphereData> hemispheres) {

  static Participant of(
      ParticipantId id,
      List<TrainingImage> images,
      int testImages,
      EnumMap<Hemisphere, HemisphereData> hemispheres) {
    NavigableMap<StimulusId, TrainingImage> byStimulus = new TreeMap<>();
    images.forEach(image -> byStimulus.putIfAbsent(image.stimulus(), image));
    return new Participant(
        id,
        Collections.unmodifiableNavigableMap(byStimulus),
        testImages,
        Collections.unmodifiableMap(hemispheres));
  }
}
