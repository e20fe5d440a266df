package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.kafka.DeadLetters;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears of blocks, and when a fan-in is complete forms its Gram matrices and sends its encoding
 * tasks. All words about one fan-in come to one process in order, so no two race.
 */
@ApplicationScoped
class FanInListener {
  private static final Logger LOG = Logger.getLogger(FanInListener.class);

  private final TensorStore store;
  private final Publisher publisher;
  private final Computing computing;
  private final GramFormation grams;
  private final Documents documents;

  /** Fan-ins whose tasks this process has sent; later words about them need nothing done. */
  private final Set<ObjectKey> sent = ConcurrentHashMap.newKeySet();

  FanInListener(TensorStore store, Publisher publisher, Computing computing) {
    this.store = store;
    this.publisher = publisher;
    this.computing = computing;
    this.grams = new GramFormation(store, computing.resources());
    this.documents = new Documents(store);
  }

  @Incoming("activations")
  @Blocking
  void onActivations(byte[] event) {
    Message message;
    try {
      message = CloudEvents.read(event);
    } catch (InputException e) {
      LOG.warnf("not understood: %s", e.getMessage());
      return;
    }
    if (message instanceof ActivationsStored stored) {
      computing.untilStoreAnswers(() -> onActivations(stored, event));
    }
  }

  private void onActivations(ActivationsStored stored, byte[] event) {
    boolean asked = stored.activations() == null;
    if ((sent.contains(stored.fanIn()) && !asked)
        || store.exists(ObjectLayout.cancelled(stored.study()))) {
      return;
    }
    FanIn fanIn = documents.get(stored.fanIn(), FanIn.class);
    try {
      if (!grams.formed(fanIn)) {
        if (!grams.complete(fanIn)) {
          return;
        }
        computing.alone(() -> grams.form(fanIn));
        LOG.infof("formed gram=%s", fanIn.gram().result());
      }
      publisher.publish(open(fanIn));
      sent.add(stored.fanIn());
    } catch (RefusedConnectionException e) {
      throw e;
    } catch (InputException e) {
      refuse(stored, fanIn, String.valueOf(e.getMessage()), event);
    } catch (OutOfMemoryError e) {
      refuse(stored, fanIn, Computing.outOfMemory(e), event);
    }
  }

  private List<EncodingTask> open(FanIn fanIn) {
    return fanIn.tasks().stream()
        .filter(t -> !store.exists(t.result()) && store.exists(t.gram()))
        .toList();
  }

  private void refuse(ActivationsStored stored, FanIn fanIn, String reason, byte[] event) {
    String layer =
        fanIn.tasks().stream()
            .findFirst()
            .map(t -> "network " + t.network() + ", layer " + t.layer() + ": ")
            .orElse("");
    new DeadLetters(store, publisher)
        .add(
            new DeadLetter(
                stored.study(),
                ObjectLayout.stem(fanIn.gram().result()),
                layer + reason,
                Topic.ACTIVATIONS.label(),
                0,
                0,
                1,
                "process " + ProcessHandle.current().pid(),
                new String(event, StandardCharsets.UTF_8)));
    sent.add(stored.fanIn());
  }
}
