package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.RefusedConnectionException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.tls.TlsFaults;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Sorts what the MinIO client throws by what should happen next. The client wraps causes in
 * different ways in different calls, so the whole chain of causes is looked at.
 */
final class StoreFailures {
  private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject");
  private static final String BEYOND_END = "InvalidRange";
  private static final Set<String> BUSY =
      Set.of("SlowDown", "RequestTimeout", "XMinioStorageFull", "InsufficientStorage");

  /** About whoever asks, not about what is asked for. */
  private static final Set<String> UNKNOWN_KEY =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "RequestTimeTooSkewed",
          "ExpiredToken",
          "InvalidToken");

  private static final Pattern STATUS = Pattern.compile("Response code: ([0-9]{3})");
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int MOST_CAUSES = 20;

  private final StoreSettings settings;

  StoreFailures(StoreSettings settings) {
    this.settings = settings;
  }

  /** Whether the store answered that there is no such object. */
  static boolean isAbsent(Exception failure) {
    return first(failure, ErrorResponseException.class)
        .filter(e -> ABSENT.contains(e.errorResponse().code()))
        .isPresent();
  }

  /** Whether the store answered that an object has no byte there. */
  static boolean isBeyondEnd(Exception failure) {
    return first(failure, ErrorResponseException.class)
        .filter(e -> e.errorResponse().code().equals(BEYOND_END))
        .isPresent();
  }

  /** Whether the bucket that was to be made is there already. */
  static boolean isBucketPresent(Exception failure) {
    return first(failure, ErrorResponseException.class)
        .filter(e -> e.errorResponse().code().startsWith("BucketAlready"))
        .isPresent();
  }

  /**
   * The failure as one of the three kinds.
   *
   * @param doing what was tried, such as {@code put a/b}
   */
  RuntimeException of(Exception failure, String doing) {
    Optional<InputException> ours = first(failure, InputException.class);
    Optional<ErrorResponseException> error = first(failure, ErrorResponseException.class);
    Optional<ServerException> server = first(failure, ServerException.class);
    Optional<InvalidResponseException> foreign = first(failure, InvalidResponseException.class);
    if (ours.isPresent()) {
      return ours.get();
    }
    if (error.isPresent()) {
      return answered(error.get(), doing);
    }
    if (server.isPresent()) {
      return byStatus(
          server.get().statusCode(), String.valueOf(server.get().getMessage()), doing, failure);
    }
    if (foreign.isPresent()) {
      return notS3(foreign.get(), doing);
    }
    Optional<CertificateException> distrust = first(failure, CertificateException.class);
    if (distrust.isPresent()) {
      return insecure(distrust.get(), doing);
    }
    return first(failure, IOException.class)
        .map(e -> unreachable(e, doing))
        .orElseGet(() -> new IllegalStateException(at(doing) + ": " + failure, failure));
  }

  private RuntimeException answered(ErrorResponseException failure, String doing) {
    String code = failure.errorResponse().code();
    String words = code + ": " + failure.errorResponse().message();
    int status = failure.response().code();
    if (code.equals("NoSuchBucket")) {
      return new InputException(
          at(doing) + ": no bucket '" + settings.bucket() + "'; make it or name another", failure);
    }
    if (BUSY.contains(code)) {
      return new TransientException(at(doing) + ": " + words, failure);
    }
    if (status == 401 || status == 403) {
      String refusal =
          at(doing)
              + ": access refused ("
              + words
              + "); check access key, secret key, their rights on the bucket, and the clock";
      return UNKNOWN_KEY.contains(code)
          ? new RefusedConnectionException(refusal, failure)
          : new InputException(refusal, failure);
    }
    return byStatus(status, words, doing, failure);
  }

  private RuntimeException byStatus(int status, String words, String doing, Exception failure) {
    String message = at(doing) + ": HTTP " + status + ", " + words;
    boolean passing = status >= FIRST_SERVER_ERROR || status == 408 || status == 429;
    return passing
        ? new TransientException(message, failure)
        : new InputException(message, failure);
  }

  /** A proxy's error page, or a server that is no object store at all. */
  private RuntimeException notS3(InvalidResponseException failure, String doing) {
    if (String.valueOf(failure.getMessage()).contains("HTTP request to an HTTPS server")) {
      // What Go's servers answer in plain text to a plain request.
      return new InputException(
          at(doing) + ": the port speaks TLS; write https:// in the endpoint", failure);
    }
    Matcher status = STATUS.matcher(failure.getMessage());
    if (status.find() && Integer.parseInt(status.group(1)) >= FIRST_SERVER_ERROR) {
      return new TransientException(at(doing) + ": " + failure.getMessage(), failure);
    }
    return new InputException(
        at(doing)
            + ": the answer is not an S3 server's; check host and port of the endpoint ("
            + failure.getMessage()
            + ")",
        failure);
  }

  /** Certificates do not mend themselves; everything else about a network may. */
  RuntimeException unreachable(IOException failure, String doing) {
    if (isLasting(failure)) {
      return insecure(failure, doing);
    }
    if (isAnsweredWithTls(failure)) {
      return new InputException(
          at(doing) + ": the port speaks TLS; write https:// in the endpoint", failure);
    }
    if (failure instanceof UnknownHostException) {
      return new TransientException(
          at(doing)
              + ": no host named '"
              + settings.endpoint().getHost()
              + "' is known; check the endpoint and the name service",
          failure);
    }
    return new TransientException(at(doing) + ": " + named(failure), failure);
  }

  private InputException insecure(Exception failure, String doing) {
    return new RefusedConnectionException(
        at(doing)
            + ": no secure connection, "
            + TlsFaults.words(failure, StoreSettings.AUTHORITY)
                .orElseGet(() -> String.valueOf(failure.getMessage()))
            + "; check http or https in the endpoint, and the server's certificate",
        failure);
  }

  /** A TLS record, an alert, where the first line of an answer was to be. */
  private static boolean isAnsweredWithTls(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return (failure instanceof ProtocolException && message.contains("\u0015\u0003"))
        || (failure instanceof EOFException && message.contains("content=1503"));
  }

  private static boolean isLasting(IOException failure) {
    boolean refused =
        failure instanceof SSLHandshakeException && !(failure.getCause() instanceof EOFException);
    boolean plain =
        failure instanceof SSLException
            && String.valueOf(failure.getMessage()).contains("unrecognized SSL message");
    return refused || plain || failure instanceof SSLPeerUnverifiedException;
  }

  private static String named(IOException failure) {
    String kind = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
  }

  private String at(String doing) {
    return "object store " + settings.endpoint() + ", " + doing;
  }

  private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
