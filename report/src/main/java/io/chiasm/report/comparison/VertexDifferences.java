package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.PairedScores;
import io.chiasm.report.results.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two studies vertex by vertex; one hemisphere's arrays are in memory at a time. */
public final class VertexDifferences {
  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.LATERALISATION, Quantity.SCORE_FULL, Quantity.SCORE_CONTRA, Quantity.SCORE_IPSI);

  private final Comparison comparison;
  private final Visitor visitor;
  private final List<VertexSummary> summaries = new ArrayList<>();
  private final Map<Shown, Density> densities = new LinkedHashMap<>();
  private final Set<String> notices = new LinkedHashSet<>();

  /** What a density is of. */
  public record Shown(ConditionPair pair, Quantity quantity) {}

  /** Takes the differences. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param differences {@code [vertex]}, B less A, NaN where either has no value
     */
    void visit(
        ConditionPair pair,
        ParticipantId participant,
        Hemisphere hemisphere,
        Quantity quantity,
        float[] differences);
  }

  private record Owner(ConditionPair pair, ParticipantHemisphere side) {
    ParticipantId participant() {
      return side.participant();
    }

    Hemisphere hemisphere() {
      return side.hemisphere();
    }
  }

  private VertexDifferences(Comparison comparison, Visitor visitor) {
    this.comparison = comparison;
    this.visitor = visitor;
  }

  /**
   * Subtracts every array that both studies have.
   *
   * @throws io.chiasm.contracts.failure.InputException if an array cannot be read
   */
  public static VertexDifferences of(Comparison comparison, Visitor visitor) {
    VertexDifferences differences = new VertexDifferences(comparison, visitor);
    Set<Owner> owners = new LinkedHashSet<>();
    for (PairedScores.Row row : comparison.scores().rows()) {
      owners.add(new Owner(row.pair(), row.a().owner()));
    }
    owners.forEach(owner -> QUANTITIES.forEach(quantity -> differences.add(owner, quantity)));
    return differences;
  }

  private void add(Owner owner, Quantity quantity) {
    Optional<float[]> a =
        comparison
            .a()
            .vertices()
            .values(owner.participant(), owner.hemisphere(), owner.pair().a(), quantity);
    Optional<float[]> b =
        comparison
            .b()
            .vertices()
            .values(owner.participant(), owner.hemisphere(), owner.pair().b(), quantity);
    ParticipantHemisphere who = owner.side();
    if (a.isEmpty() || b.isEmpty()) {
      notices.add("No arrays over the vertices of " + who + ": not compared vertex by vertex.");
    } else if (a.get().length != b.get().length) {
      notices.add(who + " has another number of vertices in B: not compared vertex by vertex.");
    } else {
      subtract(owner, quantity, a.get(), b.get());
    }
  }

  private void subtract(Owner owner, Quantity quantity, float[] a, float[] b) {
    ConditionPair pair = owner.pair();
    float[] differences = new float[a.length];
    Density density = densities.computeIfAbsent(new Shown(pair, quantity), shown -> new Density());
    for (int vertex = 0; vertex < a.length; vertex++) {
      differences[vertex] = b[vertex] - a[vertex];
      if (VertexSummary.known(a, b, vertex)) {
        density.add(a[vertex], b[vertex]);
      }
    }
    summaries.add(VertexSummary.of(pair, owner.participant(), owner.hemisphere(), quantity, a, b));
    visitor.visit(pair, owner.participant(), owner.hemisphere(), quantity, differences);
  }

  /** By participant, hemisphere, pair, then quantity. */
  public List<VertexSummary> summaries() {
    return List.copyOf(summaries);
  }

  /** All vertices of all participants by pair and quantity; empty if no array was found. */
  public Optional<Density> density(ConditionPair pair, Quantity quantity) {
    return Optional.ofNullable(densities.get(new Shown(pair, quantity)));
  }

  /** What was not compared vertex by vertex. */
  public List<String> notices() {
    return List.copyOf(notices);
  }
}
