package io.chiasm.aggregator.shell.kafka;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.json.CloudEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears what workers say; the words only make the next look at the store come sooner. */
@ApplicationScoped
class NewsListener {
  private static final Logger LOG = Logger.getLogger(NewsListener.class);

  private final Studies studies;

  NewsListener(Studies studies) {
    this.studies = studies;
  }

  @Incoming("activations")
  void onActivations(byte[] event) {
    hear(event, studies::touch);
  }

  @Incoming("encodings")
  void onEncodings(byte[] event) {
    hear(event, studies::touch);
  }

  @Incoming("dead-letters")
  void onDeadLetters(byte[] event) {
    hear(event, studies::touchFailed);
  }

  private static void hear(byte[] event, Consumer<String> touch) {
    try {
      touch.accept(CloudEvents.read(event).study());
    } catch (InputException e) {
      LOG.warnf("not understood: %s", e.getMessage());
    }
  }
}
