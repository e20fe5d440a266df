package io.chiasm.networks.shape;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.OnnxFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a network together with the number of images that it can run at once: the one that
 * the file declares, or any. Where a file leaves it open but was exported for one image, as a
 * reshape inside betrays, layers after that are those of one image at a time.
 */
public final class LayerSearch {
  private static final long ANY = 0;
  private static final long ONE = 1;

  private final OnnxFile file;
  private final ImageSize size;
  private final long declared;
  private final Map<String, Layer> single = new HashMap<>();
  private final List<Layer> layers;

  /**
   * Looks for the layers.
   *
   * @throws InputException if extents in the graph contradict each other
   */
  public LayerSearch(OnnxFile file, ImageSize size) {
    this.file = file;
    this.size = size;
    this.declared = file.input().batch();
    requireRoom();
    this.layers = declared == ANY ? open() : Layers.of(file, size, declared);
  }

  private void requireRoom() {
    double numbers = 3.0 * Math.max(ONE, declared) * size.height() * size.width();
    if (numbers > Integer.MAX_VALUE) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: takes %d images of %s pixels at once, more than 2^31 numbers",
              file.source(),
              declared,
              size));
    }
  }

  /** In graph order. */
  public List<Layer> layers() {
    return layers;
  }

  /** How many images must run at once for these layers; 0 for any number. */
  public long images(List<Layer> wanted) {
    boolean one = wanted.stream().anyMatch(layer -> layer.equals(single.get(layer.name())));
    return declared == ANY && one ? ONE : declared;
  }

  private List<Layer> open() {
    try {
      List<Layer> found = Layers.of(file, size, ANY);
      return found.stream().allMatch(l -> l.shape() != null) ? found : known(found, forOne());
    } catch (InputException e) {
      List<Layer> one = forOne();
      if (one == null) {
        throw e;
      }
      one.forEach(layer -> single.put(layer.name(), layer));
      return one;
    }
  }

  private @Nullable List<Layer> forOne() {
    try {
      return Layers.of(file, size, ONE);
    } catch (InputException e) {
      return null;
    }
  }

  /** The layers for any number of images; for one, where only then something is known. */
  private List<Layer> known(List<Layer> any, @Nullable List<Layer> one) {
    List<Layer> best = new ArrayList<>();
    for (int i = 0; i < any.size(); i++) {
      Layer layer = any.get(i);
      Layer alone = one == null || one.size() != any.size() ? layer : one.get(i);
      boolean better = layer.shape() == null && alone.shape() != null;
      if (better) {
        single.put(alone.name(), alone);
      }
      best.add(better ? alone : layer);
    }
    return List.copyOf(best);
  }
}
