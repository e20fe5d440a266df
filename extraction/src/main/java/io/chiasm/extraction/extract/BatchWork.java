package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.image.RgbImage;
import io.chiasm.extraction.preprocess.Preprocessor;
import java.util.List;

/** From a batch of photographs to its activations. Safe for several threads. */
record BatchWork(
    PhotographDecoder decoder,
    Preprocessor preprocessor,
    NetworkRunner network,
    ActivationType stored) {
  /**
   * Activations of every layer.
   *
   * @throws InputException as {@link Extraction#run} does
   */
  List<FloatTensor> run(List<Photograph> photographs) {
    List<FloatTensor> layers = network.run(input(photographs));
    for (int layer = 0; layer < layers.size(); layer++) {
      StorableValues.check(stored, network.layers().get(layer), layers.get(layer), photographs);
    }
    return layers;
  }

  private FloatTensor input(List<Photograph> photographs) {
    int height = preprocessor.recipe().height();
    int width = preprocessor.recipe().width();
    FloatTensor images = FloatTensor.zeros(photographs.size(), RgbImage.CHANNELS, height, width);
    for (int i = 0; i < photographs.size(); i++) {
      Photograph photograph = photographs.get(i);
      RgbImage image = decoder.decode(photograph.name(), photograph.bytes().get());
      preprocessor.write(photograph.name(), image, images.values(), i);
    }
    return images;
  }
}
