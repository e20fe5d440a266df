package io.chiasm.networks.shape;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.OnnxFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    this.layers = declared == ANY ? open() : fixed();
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

  /**
   * How many images must run at once for these layers; 0 for any number.
   *
   * @throws InputException if some need one image at a time and others cannot run on one
   */
  public long images(List<Layer> wanted) {
    boolean together = wanted.stream().allMatch(layer -> layer.run().any());
    if (!together && declared > ONE) {
      requireOne(wanted);
    }
    return together ? declared : ONE;
  }

  private void requireOne(List<Layer> wanted) {
    List<Layer> one = forOne();
    for (Layer layer : wanted) {
      if (layer.run().any() && !alone(layer, one).run().possible()) {
        throw new InputException(
            "%s: layer '%s' runs on %d images at once only, others that are wanted on one; take them in passes of their own"
                .formatted(file.source(), layer.name(), declared));
      }
    }
  }

  /** Where images of the declared number mix, the layers of one, if the file can run on one. */
  private List<Layer> fixed() {
    List<Layer> found = Layers.of(file, size, declared);
    boolean together = found.stream().allMatch(layer -> layer.run().any());
    if (declared == ONE || together) {
      return found;
    }
    List<Layer> one = forOne();
    return found.stream().map(layer -> layer.run().any() ? layer : alone(layer, one)).toList();
  }

  private Layer alone(Layer layer, @Nullable List<Layer> one) {
    Optional<Layer> known =
        one == null
            ? Optional.empty()
            : one.stream()
                .filter(l -> l.name().equals(layer.name()) && l.shape() != null)
                .findFirst();
    ImageRun refused =
        ImageRun.none(
            layer.run().reason() + ", and the file takes " + declared + " images at once only");
    return layer.run().possible()
        ? known.map(l -> l.withRun(layer.run())).orElse(layer.withRun(refused))
        : layer;
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
      return one.stream().map(layer -> layer.withRun(single(layer, e.getMessage()))).toList();
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
      best.add(better ? alone.withRun(single(layer, layer.note())) : layer);
    }
    return List.copyOf(best);
  }

  private static ImageRun single(Layer layer, @Nullable String otherwise) {
    return layer.run().any() ? ImageRun.single(String.valueOf(otherwise)) : layer.run();
  }
}
