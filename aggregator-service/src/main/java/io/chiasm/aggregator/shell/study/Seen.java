package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.study.plan.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which objects of one plan are in the store, as far as was seen. Nobody deletes what a kept study
 * refers to, so what was there is there: only what was not is asked for again, object by object. So
 * a look costs what is new or missing, however much the store holds of other studies. For one
 * thread, but for {@link #exists}.
 */
final class Seen {
  /** From so many blocks of one layer on, listing its folder, which holds little else, is less. */
  private static final int LISTED = 8;

  private final TensorStore store;
  private final Requests requests;
  private final Set<ObjectKey> there = ConcurrentHashMap.newKeySet();

  /** What is missing, the longest unasked first. */
  private final Deque<ObjectKey> missing = new ArrayDeque<>();

  private final Set<ObjectKey> ofPlan = new LinkedHashSet<>();
  private int leftOfRound;

  private Seen(TensorStore store, Requests requests) {
    this.store = store;
    this.requests = requests;
  }

  /**
   * Looks for everything that this plan still depends on: results; of what has none the Gram
   * matrices; of what has none of these the activations.
   */
  static Seen of(Plan plan, TensorStore store, Requests requests) {
    Seen seen = new Seen(store, requests);
    seen.expectAll(plan, seen::ask, seen::askForBlocks);
    return seen;
  }

  /**
   * Believes what a process that is gone has seen, and asks for nothing yet: a round through the
   * rest has begun.
   *
   * @param before what it saw; what this plan does not depend on is passed over
   */
  static Seen again(Plan plan, Set<ObjectKey> before, TensorStore store, Requests requests) {
    Seen seen = new Seen(store, requests);
    Consumer<Collection<ObjectKey>> believe =
        keys -> keys.stream().filter(before::contains).forEach(seen::keep);
    seen.expectAll(plan, believe, folders -> folders.values().forEach(believe));
    seen.beginRound();
    return seen;
  }

  private void expectAll(
      Plan plan,
      Consumer<Collection<ObjectKey>> objects,
      Consumer<Map<ObjectKey, List<ObjectKey>>> blocks) {
    expect(plan.encoding().map(EncodingTask::result), objects);
    List<FanIn> open = plan.fanIns().values().stream().filter(this::unfinished).toList();
    expect(open.stream().flatMap(FanIn::grams).map(GramTask::result), objects);
    Set<ObjectKey> needed = new LinkedHashSet<>();
    open.stream()
        .filter(this::unformed)
        .forEach(fanIn -> fanIn.blocks().stream().map(BlockRows::block).forEach(needed::add));
    Map<ObjectKey, List<ObjectKey>> folders = byFolder(plan.extraction(), needed);
    expect(folders.values().stream().flatMap(List::stream), all -> blocks.accept(folders));
    // Features are nobody's activations.
    expect(needed.stream(), objects);
  }

  boolean exists(ObjectKey key) {
    return there.contains(key);
  }

  /** Those seen so far. */
  Set<ObjectKey> all() {
    return Collections.unmodifiableSet(there);
  }

  /** How many were seen so far. */
  int count() {
    return there.size();
  }

  /** Asks for those of them that are the plan's and missing: somebody said that they are there. */
  void look(Collection<ObjectKey> named) {
    ask(named.stream().filter(key -> ofPlan.contains(key) && !exists(key)).distinct().toList());
  }

  /** Whether a round through all that is missing has begun and not ended. */
  boolean inRound() {
    return leftOfRound > 0;
  }

  /** Begins a round through all that is missing. */
  void beginRound() {
    leftOfRound = missing.size();
  }

  /**
   * Goes on with the round.
   *
   * @param most objects to ask for
   * @return objects asked for
   */
  int goOn(int most) {
    List<ObjectKey> next = new ArrayList<>();
    while (leftOfRound > 0 && next.size() < most) {
      leftOfRound--;
      ObjectKey key = missing.poll();
      if (key != null && !exists(key)) {
        next.add(key);
        // Kept even if the request fails.
        missing.add(key);
      }
    }
    ask(next);
    return next.size();
  }

  private boolean unfinished(FanIn fanIn) {
    return fanIn.tasks().stream().anyMatch(task -> !exists(task.result()));
  }

  private boolean unformed(FanIn fanIn) {
    return fanIn.tasks().stream().anyMatch(t -> !exists(t.gram()) && !exists(t.result()));
  }

  private void expect(Stream<ObjectKey> keys, Consumer<Collection<ObjectKey>> look) {
    List<ObjectKey> fresh = keys.filter(ofPlan::add).toList();
    look.accept(fresh);
    fresh.stream().filter(key -> !exists(key)).forEach(missing::add);
  }

  /** The blocks among {@code needed}, which they are taken from, by their layer's folder. */
  private static Map<ObjectKey, List<ObjectKey>> byFolder(
      List<ExtractionTask> passes, Set<ObjectKey> needed) {
    Map<ObjectKey, List<ObjectKey>> folders = new LinkedHashMap<>();
    for (ExtractionTask pass : passes) {
      for (LayerTarget layer : pass.layers()) {
        ObjectKey block = layer.block(pass.block());
        if (needed.remove(block)) {
          folders.computeIfAbsent(layer.folder(), folder -> new ArrayList<>()).add(block);
        }
      }
    }
    return folders;
  }

  private void askForBlocks(Map<ObjectKey, List<ObjectKey>> folders) {
    List<ObjectKey> listed = new ArrayList<>();
    List<ObjectKey> single = new ArrayList<>();
    folders.forEach(
        (folder, blocks) -> {
          if (blocks.size() < LISTED) {
            single.addAll(blocks);
          } else {
            listed.add(folder);
          }
        });
    requests.each(listed, folder -> store.list(folder).forEach(this::keep));
    there.retainAll(ofPlan);
    ask(single);
  }

  private void keep(ObjectKey found) {
    there.add(found);
  }

  private void ask(Collection<ObjectKey> keys) {
    requests.each(
        keys,
        key -> {
          if (store.exists(key)) {
            keep(key);
          }
        });
  }
}
