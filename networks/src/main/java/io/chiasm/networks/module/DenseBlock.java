package io.chiasm.networks.module;

import io.chiasm.networks.construction.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Layers that see the results of all before them, as in DenseNet.
 *
 * @param layers called {@code denselayer1}, {@code denselayer2} …
 */
public record DenseBlock(List<NetworkModule> layers) implements NetworkModule {
  public DenseBlock {
    layers = List.copyOf(layers);
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).declare(layer(path, i), parameters);
    }
  }

  @Override
  public String emit(String path, String in, Emission to) {
    List<String> maps = new ArrayList<>(List.of(in));
    String joined = in;
    for (int i = 0; i < layers.size(); i++) {
      maps.add(layers.get(i).emit(layer(path, i), joined, to));
      boolean last = i == layers.size() - 1;
      String name = last ? path : ModulePath.join(path, "/joined" + (i + 1));
      joined = to.node(name, "Concat", maps, Attributes.integer("axis", 1));
    }
    return joined;
  }

  private static String layer(String path, int index) {
    return ModulePath.join(path, "denselayer" + (index + 1));
  }
}
