package io.chiasm.dataset.algonauts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at every response once: values that are no numbers, vertices that never change. */
final class ResponseScan implements ResponseFile.Visitor {
  private static final int NAMED = 5;

  private final double[] first;
  private final BitSet varying = new BitSet();
  private final BitSet broken = new BitSet();
  private final List<String> places = new ArrayList<>();
  private long notFinite;

  private ResponseScan(int vertices) {
    first = new double[vertices];
  }

  static void check(ResponseFile responses, Findings findings) {
    ResponseScan scan = new ResponseScan(responses.vertices());
    responses.scan(scan);
    scan.report(responses, findings);
  }

  @Override
  public void see(int stimulus, int vertex, double response) {
    if (!Double.isFinite(response)) {
      notFinite++;
      broken.set(vertex);
      if (places.size() < NAMED) {
        places.add(response + " at row " + stimulus + ", vertex " + vertex);
      }
    } else if (stimulus == 0) {
      first[vertex] = response;
    } else if (response != first[vertex]) {
      varying.set(vertex);
    }
  }

  private void report(ResponseFile responses, Findings findings) {
    if (notFinite > 0) {
      findings.error(
          responses.file(),
          notFinite + " values in " + broken.cardinality() + " vertices are not finite: " + named(),
          "finite numbers; rows and vertices are counted from 0");
    }
    BitSet constant = new BitSet();
    constant.set(0, first.length);
    constant.andNot(varying);
    constant.andNot(broken);
    if (responses.stimuli() > 1 && !constant.isEmpty()) {
      findings.warning(
          responses.file(),
          constant.cardinality()
              + " vertices have one response to all stimuli: "
              + Findings.some(constant.stream().boxed().toList()),
          "they get no score; vertices are counted from 0");
    }
  }

  private String named() {
    String more = notFinite > places.size() ? " …" : "";
    return places.stream().collect(Collectors.joining("; ", "", more));
  }
}
