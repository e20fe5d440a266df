package io.chiasm.encoding.ridge;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Matrix;
import io.chiasm.encoding.numerics.Precision;
import io.chiasm.encoding.numerics.Products;
import io.chiasm.encoding.numerics.Window;
import io.chiasm.encoding.regression.VertexChunks;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The penalty of every vertex by inner cross-validation. Float32 products find the penalties whose
 * error may be the smallest, float64 products decide between them: the choice is float64's at
 * float32's speed.
 */
final class AlphaChoice {
  private final OperatorShelf shelf;
  private final TrainingRows training;
  private final Responses responses;
  private final Workers workers;
  private final int width;
  private final boolean screening;
  private final SquaredErrors errors;
  private final double[] roundOff;

  /** Norm of a vertex's responses while its errors are those of responses of norm 1. */
  private final double[] norms;

  AlphaChoice(
      OperatorShelf shelf,
      TrainingRows training,
      Responses responses,
      Workers workers,
      RidgeBudget budget) {
    this.shelf = shelf;
    this.training = training;
    this.responses = responses;
    this.workers = workers;
    this.width = budget.width();
    this.screening = budget.screening();
    this.errors = new SquaredErrors(responses.vertices(), shelf.alphas());
    this.roundOff = new double[shelf.alphas()];
    this.norms = new double[responses.vertices()];
  }

  /** {@code [vertex]} index of the chosen penalty. */
  int[] choose() {
    int[] all = IntStream.range(0, responses.vertices()).toArray();
    List<int[]> contested = new ArrayList<>();
    if (screening) {
      screen(all);
      int[] open = IntStream.of(all).filter(v -> errors.narrow(v, roundOff)).toArray();
      for (int alpha = 0; alpha < shelf.alphas(); alpha++) {
        int index = alpha;
        contested.add(IntStream.of(open).filter(v -> errors.inContest(v, index)).toArray());
      }
      decide(contested);
    } else {
      IntStream.range(0, shelf.alphas()).forEach(alpha -> contested.add(all));
      decide(contested);
      IntStream.of(all).forEach(v -> errors.narrow(v, new double[shelf.alphas()]));
    }
    return IntStream.of(all).map(errors::best).toArray();
  }

  /**
   * Float64 errors of the chosen penalties.
   *
   * @param chosen from {@link #choose}
   * @param toBeat {@code [vertex]}
   * @return {@code [vertex]}, infinite where it is certainly above {@code toBeat}
   */
  double[] errors(int[] chosen, double[] toBeat) {
    List<List<Integer>> screened = new ArrayList<>();
    IntStream.range(0, shelf.alphas()).forEach(alpha -> screened.add(new ArrayList<>()));
    double[] result = new double[chosen.length];
    for (int v = 0; v < chosen.length; v++) {
      double least = Math.sqrt(errors.get(v, chosen[v])) - roundOff[chosen[v]];
      if (!errors.decided(v)) {
        if (least > 0 && square(least * norms[v]) > toBeat[v]) {
          result[v] = Double.POSITIVE_INFINITY;
        } else {
          screened.get(chosen[v]).add(v);
        }
      }
    }
    decide(screened.stream().map(l -> l.stream().mapToInt(v -> v).toArray()).toList());
    for (int v = 0; v < chosen.length; v++) {
      result[v] = Math.max(result[v], errors.get(v, chosen[v]));
    }
    return result;
  }

  private static double square(double value) {
    return value * value;
  }

  private void screen(int[] all) {
    shelf.forEachGroup(
        workers,
        true,
        alpha -> true,
        group -> {
          group.forEach(alpha -> roundOff[alpha.index()] = SquaredErrors.FLOAT32 * alpha.norm());
          workers.run(
              VertexChunks.of(all, width).stream()
                  .map(chunk -> (Runnable) () -> screenChunk(chunk, group))
                  .collect(Collectors.toList()));
        });
  }

  private void screenChunk(int[] vertices, List<ShelvedOperator> group) {
    int n = training.count();
    try (Matrix y = Matrix.of(Precision.FLOAT32, vertices.length, n);
        Matrix residuals = Matrix.of(Precision.FLOAT32, vertices.length, n)) {
      normalised(vertices, y);
      for (ShelvedOperator operator : group) {
        residuals.copyFrom(y);
        square(vertices, residuals, operator.index(), operator.narrow());
      }
    }
  }

  private void normalised(int[] vertices, Matrix y) {
    double[] row = new double[training.count()];
    try (Matrix wide = Matrix.doubles(vertices.length, training.count())) {
      responses.centred(training, vertices, wide);
      for (int i = 0; i < vertices.length; i++) {
        double norm = Math.sqrt(Products.squaredNorm(wide, i));
        norms[vertices[i]] = norm;
        wide.getRow(i, row, 0);
        for (int j = 0; j < row.length; j++) {
          row[j] = norm == 0 ? 0 : row[j] / norm;
        }
        y.setRow(i, row, 0);
      }
    }
  }

  private void decide(List<int[]> contested) {
    if (contested.stream().allMatch(vertices -> vertices.length == 0)) {
      return;
    }
    shelf.forEachGroup(
        workers,
        false,
        alpha -> contested.get(alpha).length > 0,
        group ->
            workers.run(
                group.stream()
                    .flatMap(
                        operator ->
                            VertexChunks.of(contested.get(operator.index()), width).stream()
                                .map(chunk -> (Runnable) () -> decideChunk(chunk, operator)))
                    .collect(Collectors.toList())));
  }

  private void decideChunk(int[] vertices, ShelvedOperator operator) {
    try (Matrix y = Matrix.doubles(vertices.length, training.count())) {
      responses.centred(training, vertices, y);
      square(vertices, y, operator.index(), operator.wide());
      errors.decide(vertices);
    }
  }

  private void square(int[] vertices, Matrix y, int alpha, Matrix upper) {
    Products.timesUpperTransposed(new Window(y, 0, 0, y.rows(), y.columns()), upper);
    for (int i = 0; i < vertices.length; i++) {
      errors.set(vertices[i], alpha, Products.squaredNorm(y, i));
    }
  }
}
