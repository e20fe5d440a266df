package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One study's tasks for one queue: those sent, and those held back until it is their turn. Both
 * follow from what is missing and from what this process has sent; after a restart nothing counts
 * as sent, and a task that then is in the queue twice is done once.
 */
final class Lane {
  private final Set<String> sent = new HashSet<>();
  private List<Message> held = List.of();
  private int inQueue;
  private long lastServed = System.nanoTime();

  /**
   * Takes in what is missing now.
   *
   * @param open tasks that can be worked on, in the plan's order
   * @param failed ids of those that will never be done
   * @return tasks that were held back and need not be sent any more
   */
  synchronized List<Message> update(List<? extends Message> open, Set<String> failed) {
    List<Message> before = held;
    List<Message> next = new ArrayList<>();
    Set<String> waiting = new HashSet<>();
    Set<String> seen = new HashSet<>();
    int under = 0;
    for (Message task : open) {
      // One result may serve two splits.
      if (failed.contains(task.id()) || !seen.add(task.id())) {
        continue;
      }
      if (sent.contains(task.id())) {
        under++;
      } else {
        next.add(task);
        waiting.add(task.id());
      }
    }
    held = next;
    inQueue = under;
    return before.stream()
        .filter(task -> !waiting.contains(task.id()) && !sent.contains(task.id()))
        .toList();
  }

  /** The next tasks that are held back, as they would be sent. */
  synchronized List<Message> next(int most) {
    return List.copyOf(held.subList(0, Math.min(most, held.size())));
  }

  /** These were sent. */
  synchronized void sent(List<Message> tasks) {
    tasks.forEach(task -> sent.add(task.id()));
    List<Message> rest = held.stream().filter(task -> !sent.contains(task.id())).toList();
    inQueue += held.size() - rest.size();
    held = rest;
    lastServed = System.nanoTime();
  }

  /** Whatever was sent is lost, or nothing is to be sent any more. */
  synchronized void forget() {
    sent.clear();
    held = List.of();
    inQueue = 0;
  }

  synchronized int held() {
    return held.size();
  }

  synchronized int inQueue() {
    return inQueue;
  }

  synchronized long lastServed() {
    return lastServed;
  }
}
