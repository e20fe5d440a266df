package io.chiasm.aggregator.shell.kafka;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Envelope;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears what workers say; the words only tell what the next look asks the store for, and what work
 * took.
 */
@ApplicationScoped
class NewsListener {
  private static final Logger LOG = Logger.getLogger(NewsListener.class);

  private final Studies studies;

  NewsListener(Studies studies) {
    this.studies = studies;
  }

  @Incoming("activations")
  void onActivations(byte[] event) {
    hear(event, (word, effort) -> done(word, Stage.EXTRACTION, effort));
  }

  @Incoming("encodings")
  void onEncodings(byte[] event) {
    hear(event, (word, effort) -> done(word, Stage.ENCODING, effort));
  }

  @Incoming("dead-letters")
  void onDeadLetters(byte[] event) {
    hear(event, (word, effort) -> studies.touchFailed(word.study()));
  }

  /** Told first: the look may end the study. */
  private void done(Message word, Stage stage, Optional<Effort> effort) {
    effort.ifPresent(took -> studies.took(word.study(), stage, took));
    studies.hear(word);
  }

  private static void hear(byte[] event, BiConsumer<Message, Optional<Effort>> word) {
    try {
      Envelope envelope = CloudEvents.open(event);
      word.accept(envelope.message(), envelope.effort());
    } catch (InputException e) {
      LOG.warnf("not understood: %s", e.getMessage());
    }
  }
}
