package io.chiasm.report.figure;

import io.chiasm.contracts.study.Family;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.report.chart.ScatterFigure;
import io.chiasm.report.colour.Palette;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A colour per family of networks; the smallest of many families share the last one. */
final class FamilyColours {
  private static final String REST = "other families";

  private final List<String> families;
  private final boolean rest;

  FamilyColours(Collection<NetworkSpec> networks) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    networks.forEach(network -> sizes.merge(Family.of(network), 1, Integer::sum));
    // Stable: of equally large families the one that the study names first.
    List<String> largest =
        sizes.keySet().stream()
            .sorted(Comparator.comparing((String f) -> -sizes.getOrDefault(f, 0)))
            .toList();
    this.rest = largest.size() > Palette.categories();
    this.families = List.copyOf(rest ? largest.subList(0, Palette.categories() - 1) : largest);
  }

  /** Families with their colours. */
  List<ScatterFigure.Group> groups() {
    List<ScatterFigure.Group> groups = new ArrayList<>();
    for (String family : families) {
      groups.add(new ScatterFigure.Group(family, Palette.category(groups.size())));
    }
    if (rest) {
      groups.add(new ScatterFigure.Group(REST, Palette.category(groups.size())));
    }
    return groups;
  }

  /** Index of a network's family among the groups. */
  int group(NetworkSpec network) {
    int index = families.indexOf(Family.of(network));
    return index < 0 ? families.size() : index;
  }
}
