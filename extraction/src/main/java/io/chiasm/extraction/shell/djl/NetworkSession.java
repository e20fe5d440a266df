package io.chiasm.extraction.shell.djl;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import java.util.List;
import java.util.Locale;

/** One network in ONNX Runtime. Native memory is freed by closing. */
final class NetworkSession implements NetworkRunner {
  private final Model model;
  private final LoadedNetwork network;
  private final DeclaredInput input;
  private final LayerTranslator translator;

  NetworkSession(Model model, LoadedNetwork network) {
    this.model = model;
    this.network = network;
    this.input = DeclaredInput.of(network, onlyInput(model, network));
    input.check(network);
    this.translator = new LayerTranslator(network.name(), network.layers());
  }

  /** The batch size that the graph was exported for, or 0 if it takes any. */
  int fixedBatch() {
    return input.fixedBatch();
  }

  @Override
  public List<String> layers() {
    return network.layers();
  }

  @Override
  public List<FloatTensor> run(FloatTensor images) {
    // DJL's predictors are light, and one belongs to one thread.
    try (Predictor<FloatTensor, List<FloatTensor>> predictor = model.newPredictor(translator)) {
      List<FloatTensor> layers = predictor.predict(images);
      checkImages(layers, images.shape().extent(0));
      return layers;
    } catch (TranslateException | EngineException e) {
      throw failure(e, images.shape());
    } catch (OutOfMemoryError e) {
      throw outOfMemory(images.shape(), String.valueOf(e.getMessage()));
    }
  }

  private static String onlyInput(Model model, LoadedNetwork network) {
    List<String> inputs = model.describeInput().keys();
    if (inputs.size() != 1) {
      throw new InputException(
          "network " + network.name() + " has the inputs " + inputs + "; one is fed");
    }
    return inputs.get(0);
  }

  private void checkImages(List<FloatTensor> layers, long images) {
    for (int i = 0; i < layers.size(); i++) {
      Shape shape = layers.get(i).shape();
      if (shape.extent(0) != images) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "layer %s of network %s has the shape %s for %d images; its first axis must be"
                    + " the image",
                network.layers().get(i),
                network.name(),
                shape,
                images));
      }
    }
  }

  private RuntimeException failure(Exception e, Shape images) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return input;
      }
      if (cause instanceof OutOfMemoryError) {
        throw outOfMemory(images, String.valueOf(cause.getMessage()));
      }
    }
    String words = Words.of(e);
    if (Words.outOfMemory(words)) {
      throw outOfMemory(images, words);
    }
    return new InputException(
        String.format("network %s cannot run on input %s: %s", network.name(), images, words), e);
  }

  private OutOfMemoryError outOfMemory(Shape images, String words) {
    return new OutOfMemoryError(
        String.format(
            "network %s does not fit into memory with input %s: use a smaller batch or fewer"
                + " layers (%s)",
            network.name(), images, words));
  }

  @Override
  public void close() {
    model.close();
  }
}
