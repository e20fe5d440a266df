package io.chiasm.study.plan;

import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All participants' stimuli in ascending order, cut into blocks. */
final class StimulusBlocks {
  /** Stimuli per task: small enough to spread, large enough to hide the overhead. */
  private static final int BLOCK = 32;

  private final List<Block> blocks = new ArrayList<>();
  private final Map<ObjectKey, List<ObjectKey>> keys = new HashMap<>();

  /** By identity: a set of ten thousand stimuli is compared with none. */
  private final Map<List<StimulusRef>, Map<Integer, List<Integer>>> places =
      new IdentityHashMap<>();

  StimulusBlocks(List<Material.Participant> participants) {
    Map<Integer, StimulusRef> union = new TreeMap<>();
    for (Material.Participant participant : participants) {
      participant.stimuli().forEach(s -> union.put(s.stimulus().number(), s));
    }
    List<StimulusRef> all = List.copyOf(union.values());
    for (int from = 0; from < all.size(); from += BLOCK) {
      List<StimulusRef> stimuli = all.subList(from, Math.min(from + BLOCK, all.size()));
      blocks.add(new Block(Keys.block(stimuli), stimuli));
    }
  }

  List<Block> all() {
    return blocks;
  }

  /** Which rows of which blocks make up this set of stimuli, in the set's order. */
  List<BlockRows> rows(ObjectKey folder, List<StimulusRef> stimuli) {
    List<ObjectKey> keys = keys(folder);
    return places.computeIfAbsent(stimuli, this::places).entrySet().stream()
        .map(place -> new BlockRows(keys.get(place.getKey()), place.getValue()))
        .toList();
  }

  /** Each once, since all fan-ins of a layer name the same blocks. */
  private List<ObjectKey> keys(ObjectKey folder) {
    return keys.computeIfAbsent(
        folder, of -> blocks.stream().map(block -> of.child(block.name() + ".npy")).toList());
  }

  /** Rows by the block's number; no rows for all. */
  private Map<Integer, List<Integer>> places(List<StimulusRef> stimuli) {
    Set<StimulusRef> members = new HashSet<>(stimuli);
    Map<Integer, List<Integer>> places = new LinkedHashMap<>();
    for (int number = 0; number < blocks.size(); number++) {
      Block block = blocks.get(number);
      List<Integer> wanted = new ArrayList<>();
      for (int row = 0; row < block.stimuli().size(); row++) {
        if (members.contains(block.stimuli().get(row))) {
          wanted.add(row);
        }
      }
      if (!wanted.isEmpty()) {
        boolean all = wanted.size() == block.stimuli().size();
        places.put(number, all ? List.of() : List.copyOf(wanted));
      }
    }
    return places;
  }

  /** A block of stimuli that go through a network together. */
  record Block(String name, List<StimulusRef> stimuli) {
    Block {
      stimuli = List.copyOf(stimuli);
    }
  }
}
