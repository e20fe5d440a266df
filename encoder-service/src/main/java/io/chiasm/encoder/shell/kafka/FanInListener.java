package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.shell.json.Envelope;
import io.chiasm.contracts.shell.kafka.DeadLetters;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.telemetry.WorkScope;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Rereads;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears of blocks, and when a fan-in is complete forms its Gram matrices and says so; the
 * aggregator then sends its encoding tasks. All words about one fan-in come to one process in
 * order, so no two race.
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

  /**
   * Fan-ins that this process is through with, and a Gram matrix of each: as long as that is there,
   * later words about them need nothing done.
   */
  private final Map<ObjectKey, ObjectKey> told = new ConcurrentHashMap<>();

  /** Of a fan-in that waits, the block that came last into question. */
  private final Map<ObjectKey, ObjectKey> awaited = new ConcurrentHashMap<>();

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
      String text = new String(event, StandardCharsets.UTF_8);
      computing.untilStoreAnswers(
          rereads -> onActivations(stored, new Word(text, envelope.trace(), rereads)));
    }
  }

  /**
   * How it came to be heard.
   *
   * @param text the whole event
   * @param rereads whether it is tried again to act on it
   */
  private record Word(String text, Optional<TraceParent> cause, Rereads rereads) {}

  private void onActivations(ActivationsStored stored, Word word) {
    TensorRef sent = stored.activations();
    if (sent != null) {
      reference.compare(sent);
    }
    boolean asked = sent == null;
    if ((!asked && (settled(stored.fanIn()) || waits(stored.fanIn())))
        || store.exists(ObjectLayout.cancelled(stored.study()))) {
      return;
    }
    FanIn fanIn;
    try {
      fanIn = documents.get(stored.fanIn(), FanIn.class);
    } catch (InputException e) {
      letter(stored, ObjectLayout.stem(stored.fanIn()), givenUp(e, word), word);
      return;
    }
    boolean formed = grams.formed(fanIn);
    Optional<ObjectKey> missing = formed ? Optional.empty() : grams.missing(fanIn);
    missing.ifPresent(block -> awaited.put(stored.fanIn(), block));
    if (missing.isEmpty()) {
      awaited.remove(stored.fanIn());
    }
    if (missing.isEmpty() && (formed || asked || !refused(stored.study(), fanIn))) {
      Work work =
          Work.taken(Topic.ACTIVATIONS, Stage.GRAM.label(), about(stored, fanIn), word.cause());
      try (WorkScope scope = WorkScope.open(telemetry.tracing(), work)) {
        go(stored, fanIn, formed, word, scope);
      }
    }
  }

  /** Gram matrices may have been deleted since, and are then asked for anew. */
  private boolean settled(ObjectKey fanIn) {
    ObjectKey gram = told.get(fanIn);
    return gram != null && store.exists(gram);
  }

  /** One block that is still missing tells that without another look at all of them. */
  private boolean waits(ObjectKey fanIn) {
    ObjectKey block = awaited.get(fanIn);
    return block != null && !store.exists(block);
  }

  /** A letter says so already; another is written only when somebody asks for another try. */
  private boolean refused(String study, FanIn fanIn) {
    return store.exists(ObjectLayout.failure(study, ObjectLayout.stem(fanIn.gram().result())));
  }

  private static WorkContext about(ActivationsStored stored, FanIn fanIn) {
    String layer = fanIn.tasks().stream().findFirst().map(EncodingTask::layer).orElse("");
    return new WorkContext(stored.study(), ObjectLayout.stem(fanIn.gram().result()), "", layer);
  }

  private void go(
      ActivationsStored stored, FanIn fanIn, boolean formed, Word word, WorkScope scope) {
    try {
      if (!formed) {
        form(stored.study(), fanIn);
      }
      publisher.publish(GramsStored.of(stored.fanIn(), fanIn));
      told.put(stored.fanIn(), fanIn.gram().result());
    } catch (InputException e) {
      refuse(stored, fanIn, givenUp(e, word), word, scope);
    } catch (OutOfMemoryError e) {
      refuse(stored, fanIn, Computing.outOfMemory(e), word, scope);
    } catch (TransientException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      // Thrown on, it would end the channel: this layer and all others would wait for ever.
      LOG.errorf(e, "bug in forming gram=%s", fanIn.gram().result());
      refuse(stored, fanIn, "a bug in the encoder: " + e + "; its log says where", word, scope);
    }
  }

  private void form(String study, FanIn fanIn) {
    long from = System.nanoTime();
    computing.aloneWithAllMemory(study, () -> grams.form(fanIn));
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    telemetry.meters().done(Stage.GRAM, took);
    LOG.infof("formed gram=%s millis=%d", fanIn.gram().result(), took.toMillis());
  }

  /**
   * Why it is given up.
   *
   * @throws InputException the same, if it is to be tried again
   */
  private static String givenUp(InputException e, Word word) {
    if (e instanceof RefusedConnectionException || word.rereads().again(e)) {
      throw e;
    }
    return String.valueOf(e.getMessage());
  }

  private void refuse(
      ActivationsStored stored, FanIn fanIn, String reason, Word word, WorkScope scope) {
    scope.failed(reason);
    String layer =
        fanIn.tasks().stream()
            .findFirst()
            .map(t -> "network " + t.network() + ", layer " + t.layer() + ": ")
            .orElse("");
    letter(stored, ObjectLayout.stem(fanIn.gram().result()), layer + reason, word);
  }

  private void letter(ActivationsStored stored, String task, String reason, Word word) {
    new DeadLetters(store, publisher)
        .add(
            new DeadLetter(
                stored.study(),
                task,
                reason,
                Topic.ACTIVATIONS.label(),
                0,
                0,
                1,
                "process " + ProcessHandle.current().pid(),
                word.text()));
    telemetry.meters().deadLetter(Topic.ACTIVATIONS);
  }
}
