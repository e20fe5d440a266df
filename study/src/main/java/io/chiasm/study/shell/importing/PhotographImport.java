package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.dataset.algonauts.StimulusImage;
import io.chiasm.study.shell.importing.Importer.ImportWatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings photographs into the store, several at a time: most of a put is waiting. */
final class PhotographImport {
  private static final int AT_A_TIME = 8;

  private final TensorStore store;
  private final AlgonautsDataset dataset;
  private final Set<ObjectKey> there = ConcurrentHashMap.newKeySet();

  PhotographImport(TensorStore store, AlgonautsDataset dataset) {
    this.store = store;
    this.dataset = dataset;
  }

  /**
   * The photographs of these stimuli, each in the store.
   *
   * @throws InputException if one cannot be read; the first of them in the order of the stimuli
   */
  Map<StimulusId, StimulusRef> bringIn(List<StimulusId> stimuli, ImportWatch watch) {
    there.addAll(store.list(ObjectLayout.images()));
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<StimulusRef>> coming = new ArrayList<>();
      stimuli.forEach(stimulus -> coming.add(workers.submit(() -> put(stimulus))));
      Map<StimulusId, StimulusRef> images = new TreeMap<>();
      for (Future<StimulusRef> one : coming) {
        StimulusRef image = arrived(one);
        images.put(image.stimulus(), image);
        watch.photographs(images.size(), stimuli.size());
      }
      return images;
    } finally {
      workers.shutdownNow();
    }
  }

  private StimulusRef put(StimulusId stimulus) {
    StimulusImage image = dataset.image(stimulus);
    ObjectKey key =
        image.orientation().asStored()
            ? ObjectLayout.image(image.sha256())
            : ObjectLayout.turnedImage(image.sha256(), image.orientation().tag());
    if (!there.contains(key)) {
      // Two stimuli of the same bytes may both be put; the second changes nothing.
      try {
        store.put(key, Content.of(image.file()));
      } catch (IOException e) {
        throw new InputException(image.file() + ": cannot be read: " + e.getMessage(), e);
      }
      there.add(key);
    }
    return new StimulusRef(stimulus, key, image.sha256());
  }

  private static StimulusRef arrived(Future<StimulusRef> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a photograph was not imported", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while photographs were imported", e);
    }
  }
}
