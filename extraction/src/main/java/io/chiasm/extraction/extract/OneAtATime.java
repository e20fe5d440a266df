package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.List;

/**
 * A network on a device of which there is one: threads decode side by side, but take turns here.
 */
public final class OneAtATime implements NetworkRunner {
  private final NetworkRunner runner;

  public OneAtATime(NetworkRunner runner) {
    this.runner = runner;
  }

  @Override
  public List<String> layers() {
    return runner.layers();
  }

  @Override
  public int imagesAtOnce() {
    return runner.imagesAtOnce();
  }

  @Override
  public synchronized List<FloatTensor> run(FloatTensor images) {
    return runner.run(images);
  }

  @Override
  public void close() {
    runner.close();
  }
}
