package io.chiasm.study.health;

import java.util.List;

/** Topics and workers at one moment. */
public record Pipeline(List<TopicHealth> topics, List<Worker> workers) {
  public static final Pipeline UNKNOWN = new Pipeline(List.of(), List.of());

  public Pipeline {
    topics = List.copyOf(topics);
    workers = List.copyOf(workers);
  }
}
