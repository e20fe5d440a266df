package io.chiasm.aggregator.shell.results;

import io.chiasm.aggregator.shell.reporting.Unfinished;
import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.aggregator.shell.study.UnknownException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Preliminary figures of the studies that somebody looks at. A study that nobody looks at costs
 * nothing; one that a hundred look at is drawn as often as one that one looks at.
 */
public final class Previews {
  private final Studies studies;
  private final Results results;
  private final Duration every;
  private final Map<String, Preview> previews = new ConcurrentHashMap<>();

  /**
   * @param every the least time between two redraws of a study
   */
  public Previews(Studies studies, Results results, Duration every) {
    this.studies = studies;
    this.results = results;
    this.every = every;
  }

  /**
   * What can be seen now; drawn anew if there is something new and it was not just done.
   *
   * @throws UnknownException if there is no such study
   */
  public Preliminary look(String study) {
    studies.status(study);
    previews.keySet().removeIf(known -> studies.unfinished(known).isEmpty());
    Optional<Unfinished> unfinished = studies.unfinished(study);
    return unfinished.isEmpty()
        ? Preliminary.NOTHING
        : previews
            .computeIfAbsent(study, id -> new Preview(unfinished.get(), results, every))
            .look(unfinished.get());
  }

  /**
   * One figure as SVG.
   *
   * @throws UnknownException if it is not, or no longer, there
   */
  public String figure(String study, String id) {
    return Optional.ofNullable(previews.get(study))
        .flatMap(preview -> preview.svg(id))
        .orElseThrow(
            () -> new UnknownException("study " + study + " has no preliminary figure " + id));
  }
}
