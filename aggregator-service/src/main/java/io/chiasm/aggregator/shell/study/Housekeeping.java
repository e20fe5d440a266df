package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.study.keeping.GcReport;
import io.chiasm.study.keeping.KindSizes;
import io.chiasm.study.keeping.KindSizes.Size;
import io.chiasm.study.keeping.Marks;
import io.chiasm.study.keeping.ObjectKind;
import io.chiasm.study.keeping.Survey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up what no kept study refers to. Deletes in small batches, each while no study starts and
 * by marks that are as new as the newest study; whatever interrupts it, the rest is there still and
 * can be collected later.
 */
public final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** A study that starts waits for one batch at most. */
  private static final int BATCH = 50;

  /**
   * A request that takes longer is cut off on the way; whoever asks may ask again. It counts from
   * the first deletion, and is as long as looking took where that is longer: every call deletes
   * something, and looking again never takes most of the time.
   */
  private static final Duration ONE_CALL = Duration.ofSeconds(20);

  private final TensorStore store;
  private final Starts starts;
  private final InstantSource clock;

  public Housekeeping(TensorStore store, Starts starts, InstantSource clock) {
    this.store = store;
    this.starts = starts;
    this.clock = clock;
  }

  /**
   * Deletes what no kept study refers to.
   *
   * @param least age below which nothing goes
   * @param dryRun only says what would go
   */
  public synchronized GcReport collect(Duration least, boolean dryRun) {
    return new Collection(least, dryRun).run();
  }

  /** One call. */
  private final class Collection {
    private final Duration least;
    private final boolean dryRun;
    private final Instant now = clock.instant();
    private final List<KindSizes> sizes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long seen = -1;
    private @Nullable Marks marks;
    private @Nullable Instant end;
    private boolean stopped;
    private boolean more;

    Collection(Duration least, boolean dryRun) {
      this.least = least;
      this.dryRun = dryRun;
    }

    GcReport run() {
      starts.apart(this::renewed);
      renewed().unlisted().forEach(study -> notes.add(unlisted(study)));
      for (ObjectKind kind : ObjectKind.values()) {
        Survey survey = new Survey(kind, renewed());
        kind.folders().forEach(folder -> store.each(folder, survey::add));
        Size freed = Size.NONE;
        for (Survey.Batch batch : survey.batches(now, least, BATCH)) {
          freed = freed.plus(dryRun ? size(batch.objects(renewed())) : delete(batch));
        }
        sizes.add(survey.sizes(now, least, freed));
      }
      GcReport report = new GcReport(dryRun, least.toSeconds(), sizes, notes, more);
      LOG.info("gc dry-run={} freed={} notes={}", dryRun, report.freed(), notes);
      return report;
    }

    /** Marks as new as the newest study; in a deletion they cannot be outdated. */
    private Marks renewed() {
      Marks known = marks;
      long newest = starts.ended();
      if (known == null || newest != seen) {
        known = new MarkReading(store).read(now.minus(least));
        marks = known;
        seen = newest;
      }
      return known;
    }

    private Size delete(Survey.Batch batch) {
      if (stopped) {
        return Size.NONE;
      }
      if (isLate()) {
        stopped = true;
        more = true;
        return Size.NONE;
      }
      List<StoredObject> gone = new ArrayList<>();
      Optional<String> starting =
          starts.alone(
              () -> {
                gone.addAll(batch.objects(renewed()));
                gone.stream().map(StoredObject::key).forEach(this::delete);
              });
      if (starting.isPresent()) {
        stopped = true;
        notes.add(
            starting.get()
                + " is starting, and what it needs is not known yet: nothing"
                + " is deleted meanwhile; try again when it runs");
      }
      return size(gone);
    }

    private boolean isLate() {
      Instant time = clock.instant();
      if (end == null) {
        Duration looked = Duration.between(now, time);
        end = time.plus(looked.compareTo(ONE_CALL) > 0 ? looked : ONE_CALL);
      }
      return time.isAfter(end);
    }

    private void delete(ObjectKey key) {
      store.delete(key);
    }
  }

  private static String unlisted(String study) {
    return "study "
        + study
        + " was run before studies kept a list of what they refer to, so everything that studies"
        + " can share is kept: resume it once ('chiasm resume "
        + study
        + "'), or delete it";
  }

  private static Size size(List<StoredObject> objects) {
    return new Size(objects.size(), objects.stream().mapToLong(StoredObject::bytes).sum());
  }
}
