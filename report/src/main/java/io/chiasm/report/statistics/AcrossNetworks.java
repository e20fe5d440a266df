package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.Family;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.Spread;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Top-1 accuracy against lateralisation over a study's networks, layer by layer, under the study's
 * own split. Networks and participants count as drawn at random and apart from each other;
 * relatives of one family are not, which only more families can mend.
 */
public final class AcrossNetworks {
  /** Fewer networks have no correlation worth the name. */
  public static final int LEAST = 3;

  private static final List<Quantity> QUANTITIES =
      List.of(Quantity.LATERALISATION, Quantity.UNIQUE_LATERALISATION);

  private final Map<String, NetworkSpec> known;
  private final NetworkInventory inventory;
  private final StudyScores scores;
  private final String split;
  private final NetworkBootstrap bootstrap = new NetworkBootstrap(StudyStatistics.SEED);

  private AcrossNetworks(Study study, NetworkInventory inventory, StudyScores scores) {
    this.known = known(study);
    this.inventory = inventory;
    this.scores = scores;
    this.split = study.split().label();
  }

  /** Networks with a known accuracy, by name. */
  public static Map<String, NetworkSpec> known(Study study) {
    return study.networks().stream()
        .filter(network -> network.imagenetAcc1() != null)
        .collect(
            Collectors.toMap(
                NetworkSpec::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /** By quantity, layer, then ROI; empty with fewer than {@value #LEAST} networks. */
  public static List<AcrossResult> of(Study study, NetworkInventory inventory, StudyScores scores) {
    AcrossNetworks across = new AcrossNetworks(study, inventory, scores);
    return QUANTITIES.stream().flatMap(quantity -> across.of(quantity).stream()).toList();
  }

  private List<AcrossResult> of(Quantity quantity) {
    Map<String, List<Condition>> layers = new LinkedHashMap<>();
    scores.conditions().stream()
        .filter(c -> known.containsKey(c.network()) && c.split().equals(split))
        .forEach(c -> layers.computeIfAbsent(c.layer(), l -> new ArrayList<>()).add(c));
    List<AcrossResult> results = new ArrayList<>();
    layers.values().forEach(conditions -> add(results, quantity, conditions));
    return results;
  }

  private void add(List<AcrossResult> results, Quantity quantity, List<Condition> conditions) {
    for (Roi roi : scores.rois(conditions.get(0))) {
      Map<Condition, Spread> spreads = new LinkedHashMap<>();
      for (Condition condition : conditions) {
        Spread spread = scores.spread(condition, roi, quantity);
        if (spread.n() > 0) {
          spreads.put(condition, spread);
        }
      }
      if (spreads.size() >= LEAST) {
        results.add(result(quantity, roi, spreads));
      }
    }
  }

  private AcrossResult result(Quantity quantity, Roi roi, Map<Condition, Spread> spreads) {
    List<ParticipantId> participants =
        spreads.values().stream()
            .flatMap(spread -> spread.points().stream())
            .map(Spread.Point::participant)
            .distinct()
            .sorted()
            .toList();
    List<NetworkSample.Member> members = new ArrayList<>();
    spreads.forEach((condition, spread) -> members.add(member(condition, spread, participants)));
    NetworkSample all = new NetworkSample(members);
    Spearman spearman = new Spearman(all.accuracy(), all.means());
    long held = members.stream().filter(NetworkSample.Member::held).count();
    Condition first = spreads.keySet().iterator().next();
    return new AcrossResult(
        quantity,
        first.layer(),
        first.split(),
        roi,
        all.networks(),
        families(spreads),
        participants.size(),
        spearman.rho(),
        bootstrap.interval(all, (accuracy, values, parameters) -> Ranks.rho(accuracy, values)),
        spearman.p(StudyStatistics.SEED),
        spearman.least(),
        spearman.exact(),
        (int) held,
        held == 0 ? Double.NaN : partial(all.held()),
        bootstrap.interval(all.held(), Ranks::partialRho));
  }

  private static double partial(NetworkSample held) {
    return Ranks.partialRho(held.accuracy(), held.means(), held.parameters());
  }

  private NetworkSample.Member member(
      Condition condition, Spread spread, List<ParticipantId> participants) {
    Map<ParticipantId, List<Spread.Point>> points =
        spread.points().stream().collect(Collectors.groupingBy(Spread.Point::participant));
    List<Double> values =
        participants.stream()
            .map(p -> new Spread(points.getOrDefault(p, List.of())).mean())
            .toList();
    Long learned = inventory.learned().get(condition.network());
    NetworkSpec network = known.get(condition.network());
    Double accuracy = network == null ? null : network.imagenetAcc1();
    return new NetworkSample.Member(
        accuracy == null ? Double.NaN : accuracy,
        learned == null ? Double.NaN : (double) learned,
        values);
  }

  private int families(Map<Condition, Spread> spreads) {
    return (int)
        spreads.keySet().stream()
            .map(condition -> known.get(condition.network()))
            .map(network -> network == null ? "" : Family.of(network))
            .distinct()
            .count();
  }
}
