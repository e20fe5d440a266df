package io.chiasm.fuzz.reading;

import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Envelope;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import java.util.Arrays;
import java.util.List;

/** JSON: the events on the topics, and the documents that lie in the store or are sent. */
public final class JsonReading {
  private static final UploadLimits LIMITS = new UploadLimits(true, 1L << 40, 1L << 40);
  private static final List<Class<?>> DOCUMENTS =
      List.of(
          FanIn.class,
          GramDocument.class,
          EncodingDocument.class,
          FailureDocument.class,
          UploadTree.class,
          UploadedFile.class,
          String[].class);

  private JsonReading() {}

  /** A message that was read can be sent, and is the same when it arrives. */
  public static void event(byte[] bytes) {
    Envelope event = CloudEvents.open(bytes);
    event.about();
    event.trace();
    event.effort();
    Message message = event.message();
    if (message.study().isEmpty() || message.id().isEmpty()) {
      return; // No event may be about nothing; such a message is never sent.
    }
    message.key();
    Message again = CloudEvents.read(CloudEvents.write(message, "fuzz"));
    if (!message.equals(again)) {
      throw new AssertionError("sent " + message + ", arrived " + again);
    }
  }

  /** The first byte says which document the rest is taken for. */
  public static void document(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    byte[] json = Arrays.copyOfRange(bytes, 1, bytes.length);
    Object read = Json.read(json, DOCUMENTS.get((bytes[0] & 0xff) % DOCUMENTS.size()), "document");
    Json.write(read);
    if (read instanceof UploadTree tree) {
      tree.check(LIMITS);
    } else if (read instanceof UploadedFile file) {
      new UploadTree(List.of(file)).check(LIMITS);
    }
  }
}
