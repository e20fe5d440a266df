package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.OnnxGraph;
import org.junit.jupiter.api.Test;

/** What is said to stay apart does, whatever operators follow each other. */
class RandomGraphsTest {
  private static final int GRAPHS = Integer.getInteger("chiasm.test.graphs", 200);
  private static final int NODES = 7;

  @Test
  void imagesThatAreSaidToStayApartDo() {
    int apart = 0;
    int alone = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      RandomGraph graph = new RandomGraph(seed, NODES);
      for (String tensor : graph.tensors()) {
        switch (tried(graph, tensor)) {
          case 0 -> apart++;
          case 1 -> alone++;
          default -> {}
        }
      }
    }
    // The graphs are of use only if both occur often.
    assertThat(apart).isGreaterThan(GRAPHS);
    assertThat(alone).isGreaterThan(GRAPHS / 10);
  }

  private static int tried(RandomGraph graph, String tensor) {
    OnnxGraph network = graph.network();
    try {
      if (!ImageLaw.runsTogether(network, tensor)) {
        return 1;
      }
    } catch (InputException refused) {
      return 2;
    }
    ImageLaw.check(network, tensor);
    return 0;
  }
}
