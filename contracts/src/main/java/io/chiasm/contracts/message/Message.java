package io.chiasm.contracts.message;

/** What travels on a topic, as the data of a CloudEvent. Carries references, never numbers. */
public sealed interface Message
    permits ActivationsStored,
        DeadLetter,
        EncodingStored,
        EncodingTask,
        ExtractionTask,
        GramsStored,
        StudyChanged {
  /** The study it belongs to: the event's subject. */
  String study();

  /** Names the same occurrence whenever it is sent again: the event's id. */
  String id();

  /** Records of one key keep their order. */
  String key();

  /** Where it travels. */
  Topic topic();
}
