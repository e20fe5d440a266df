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
import io.chiasm.contracts.shell.json.Envelope;
import io.chiasm.contracts.shell.kafka.DeadLetters;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.TraceParent;
import io.chiasm.contracts.telemetry.Work;
import io.chiasm.contracts.telemetry.WorkContext;
import io.chiasm.contracts.tensor.TensorRef;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private final Telemetry telemetry;
  private final SentReference reference;

  /** Fan-ins whose tasks this process has sent; later words about them need nothing done. */
  private final Set<ObjectKey> opened = ConcurrentHashMap.newKeySet();

  FanInListener(
      TensorStore store,
      Publisher publisher,
      Computing computing,
      Telemetry telemetry,
      StoreEvents events) {
    this.store = store;
    this.publisher = publisher;
    this.computing = computing;
    this.telemetry = telemetry;
    this.grams = new GramFormation(store, computing.resources());
    this.documents = new Documents(store);
    this.reference = new SentReference(store, events);
  }

  @Incoming("activations")
  @Blocking
  void onActivations(byte[] event) {
    Envelope envelope;
    Message message;
    try {
      envelope = CloudEvents.open(event);
      message = envelope.message();
    } catch (InputException e) {
      LOG.warnf("not understood: %s", e.getMessage());
      return;
    }
    if (message instanceof ActivationsStored stored) {
      computing.untilStoreAnswers(() -> onActivations(stored, event, envelope.trace()));
    }
  }

  private void onActivations(ActivationsStored stored, byte[] event, Optional<TraceParent> cause) {
    TensorRef sent = stored.activations();
    if (sent != null) {
      reference.compare(sent);
    }
    boolean asked = sent == null;
    if ((opened.contains(stored.fanIn()) && !asked)
        || store.exists(ObjectLayout.cancelled(stored.study()))) {
      return;
    }
    FanIn fanIn = documents.get(stored.fanIn(), FanIn.class);
    boolean formed = grams.formed(fanIn);
    if (formed || grams.complete(fanIn)) {
      Work work = Work.taken(Topic.ACTIVATIONS, Stage.GRAM.label(), about(stored, fanIn), cause);
      try (WorkScope scope = WorkScope.open(telemetry.tracing(), work)) {
        go(stored, fanIn, formed, event, scope);
      }
    }
  }

  private static WorkContext about(ActivationsStored stored, FanIn fanIn) {
    String layer = fanIn.tasks().stream().findFirst().map(EncodingTask::layer).orElse("");
    return new WorkContext(stored.study(), ObjectLayout.stem(fanIn.gram().result()), "", layer);
  }

  private void go(
      ActivationsStored stored, FanIn fanIn, boolean formed, byte[] event, WorkScope scope) {
    try {
      if (!formed) {
        form(stored.study(), fanIn);
      }
      publisher.publish(open(fanIn));
      opened.add(stored.fanIn());
    } catch (RefusedConnectionException e) {
      throw e;
    } catch (InputException e) {
      refuse(stored, fanIn, String.valueOf(e.getMessage()), event, scope);
    } catch (OutOfMemoryError e) {
      refuse(stored, fanIn, Computing.outOfMemory(e), event, scope);
    }
  }

  private void form(String study, FanIn fanIn) {
    long from = System.nanoTime();
    computing.alone(study, () -> grams.form(fanIn));
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    telemetry.meters().done(Stage.GRAM, took);
    LOG.infof("formed gram=%s millis=%d", fanIn.gram().result(), took.toMillis());
  }

  private List<EncodingTask> open(FanIn fanIn) {
    return fanIn.tasks().stream()
        .filter(t -> !store.exists(t.result()) && store.exists(t.gram()))
        .toList();
  }

  private void refuse(
      ActivationsStored stored, FanIn fanIn, String reason, byte[] event, WorkScope scope) {
    scope.failed(reason);
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
    telemetry.meters().deadLetter(Topic.ACTIVATIONS);
    opened.add(stored.fanIn());
  }
}
