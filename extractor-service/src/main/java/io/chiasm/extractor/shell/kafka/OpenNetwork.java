package io.chiasm.extractor.shell.kafka;

import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.InputVariant;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkOpener;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import io.chiasm.extraction.preprocess.TorchvisionPreset;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.graph.ImageSize;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network that the last task used, kept open for the next one. Used by one thread. */
public final class OpenNetwork implements AutoCloseable {
  private static final Logger LOG = System.getLogger(OpenNetwork.class.getName());

  private final TensorStore store;
  private final NetworkOpener opener;
  private @Nullable Opened last;

  public OpenNetwork(TensorStore store, NetworkOpener opener) {
    this.store = store;
    this.opener = opener;
  }

  /**
   * The task's network with the task's layers as outputs.
   *
   * @throws io.chiasm.contracts.failure.InputException if it cannot be read, drawn or opened
   */
  Opened open(ExtractionTask task) {
    List<String> layers = task.layers().stream().map(LayerTarget::tensor).distinct().toList();
    Wanted wanted = new Wanted(task.network(), task.input().as(InputVariant.PLAIN), layers);
    Opened opened = last;
    if (opened == null || !opened.wanted().equals(wanted)) {
      close();
      LoadedNetwork loaded = load(task.networkName(), wanted);
      opened = new Opened(wanted, opener.open(loaded), loaded.recipe(task.input().preprocessing()));
      last = opened;
    }
    return opened.as(task.input().variant());
  }

  private LoadedNetwork load(String name, Wanted wanted) {
    InputRecipe input = wanted.input();
    OnnxGraph graph =
        OnnxGraph.read(store.read(wanted.network().graph()), name)
            .withInputSize(new ImageSize(input.height(), input.width()));
    Long seed = wanted.network().untrainedSeed();
    OnnxGraph weighted = seed == null ? graph : graph.untrained(seed);
    weighted.runNotes(wanted.layers()).forEach(note -> LOG.log(Level.INFO, name + ": " + note));
    return new LoadedNetwork(
        name,
        weighted.tapped(wanted.layers()),
        wanted.layers(),
        input.height(),
        input.width(),
        input.normalisation(),
        TorchvisionPreset.of(graph));
  }

  @Override
  public void close() {
    Opened opened = last;
    last = null;
    if (opened != null) {
      opened.runner().close();
    }
  }

  /** What makes two tasks use the same opened network. */
  record Wanted(NetworkRef network, InputRecipe input, List<String> layers) {}

  /** A network ready to run, and how photographs become its input. */
  record Opened(Wanted wanted, NetworkRunner runner, PreprocessingRecipe recipe) {
    /** The same network, whatever is done to its input. */
    Opened as(InputVariant variant) {
      return new Opened(wanted, runner, recipe.as(variant));
    }
  }
}
