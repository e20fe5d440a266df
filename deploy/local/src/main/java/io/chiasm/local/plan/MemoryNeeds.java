package io.chiasm.local.plan;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.encode.Encoder;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.work.Resources;
import io.chiasm.study.estimate.Prospect;
import io.chiasm.study.plan.Plan;
import java.util.Map;

/**
 * The least memory that workers can do a study with, by the rules by which the encoder refuses a
 * task that cannot fit.
 *
 * @param extractorHeap bytes of {@code CHIASM_EXTRACTOR_HEAP}: one block's activations, held while
 *     they are gathered and while they are written
 * @param encoderHeap bytes of {@code CHIASM_ENCODER_HEAP}
 * @param encoderMemory bytes of {@code CHIASM_ENCODER_MEMORY}
 */
public record MemoryNeeds(long extractorHeap, long encoderHeap, long encoderMemory) {
  /** What every study of a plan needs. */
  public static MemoryNeeds of(Plan plan, Prospect prospect) {
    long block = plan.extraction().stream().mapToLong(t -> block(t, prospect)).max().orElse(0);
    long heap = 0;
    long memory = Encoder.leastBytes(prospect.extents().largestTraining());
    for (EncodingTask task : plan.encoding().toList()) {
      long stimuli = task.responses().shape().extent(0);
      long matrices = 3 * stimuli * stimuli * Double.BYTES;
      heap = Math.max(heap, Resources.heapFor(matrices + task.responses().bytes()));
      memory = Math.max(memory, GramComputation.leastBytes(Math.toIntExact(stimuli)));
    }
    return new MemoryNeeds(2 * block, heap, memory);
  }

  private static long block(ExtractionTask task, Prospect prospect) {
    Map<String, Shape> shapes = prospect.extents().layers(task);
    return task.layers().stream()
        .map(layer -> shapes.getOrDefault(layer.tensor(), Shape.of(0)))
        .mapToLong(shape -> task.stimuli().size() * (long) shape.elements() * Float.BYTES)
        .sum();
  }
}
