package io.chiasm.extractor.extraction;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.extractor.image.PhotographDecoder;
import io.chiasm.extractor.image.RgbImage;
import io.chiasm.extractor.preprocess.Preprocessor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Reads, decodes and preprocesses photographs a bounded number of batches ahead. */
final class BatchPreparation implements AutoCloseable {
  private final List<List<Photograph>> blocks;
  private final PhotographDecoder decoder;
  private final Preprocessor preprocessor;
  private final ExtractionSettings settings;
  private final ExecutorService threads;
  private final Deque<PreparedBatch> ahead = new ArrayDeque<>();
  private int block;
  private int first;

  BatchPreparation(
      List<List<Photograph>> blocks,
      PhotographDecoder decoder,
      Preprocessor preprocessor,
      ExtractionSettings settings,
      ExecutorService threads) {
    this.blocks = blocks;
    this.decoder = decoder;
    this.preprocessor = preprocessor;
    this.settings = settings;
    this.threads = threads;
  }

  /** Keeps work going ahead; false once all batches are taken. */
  boolean hasNext() {
    while (ahead.size() <= settings.batchesAhead() && block < blocks.size()) {
      start();
    }
    return !ahead.isEmpty();
  }

  PreparedBatch next() {
    return ahead.remove();
  }

  /** Starts one batch, which never reaches into another block. */
  private void start() {
    List<Photograph> photographs = blocks.get(block);
    int end = Math.min(first + settings.batch(), photographs.size());
    ahead.add(prepare(photographs.subList(first, end)));
    first = end;
    if (end == photographs.size()) {
      block++;
      first = 0;
    }
  }

  private PreparedBatch prepare(List<Photograph> photographs) {
    int height = preprocessor.recipe().height();
    int width = preprocessor.recipe().width();
    FloatTensor images = FloatTensor.zeros(photographs.size(), RgbImage.CHANNELS, height, width);
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < photographs.size(); i++) {
      Photograph photograph = photographs.get(i);
      int place = i;
      tasks.add(threads.submit(() -> prepare(photograph, images, place)));
    }
    return new PreparedBatch(images, tasks);
  }

  private void prepare(Photograph photograph, FloatTensor images, int place) {
    RgbImage image = decoder.decode(photograph.name(), photograph.bytes().get());
    preprocessor.write(photograph.name(), image, images.values(), place);
  }

  /** Drops what was prepared and not taken. */
  @Override
  public void close() {
    ahead.forEach(PreparedBatch::cancel);
  }
}
