package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.shell.tls.FreshTrust;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes clients with limits that suit a pipeline: a dead store is noticed in seconds. */
final class StoreConnections {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Between two packets, not for a whole object. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** OkHttp's own limit is five, too few for a worker pool. */
  private static final int REQUESTS = 64;

  private static final Duration IDLE_THREAD = Duration.ofSeconds(10);

  private StoreConnections() {}

  static MinioClient client(StoreSettings settings) {
    MinioClient client =
        MinioClient.builder()
            .endpoint(settings.endpoint().toString())
            .region(settings.region())
            .credentials(settings.accessKey(), settings.secretKey())
            .httpClient(http(settings), true)
            .build();
    address(settings, client::disableVirtualStyleEndpoint, client::enableVirtualStyleEndpoint);
    return client;
  }

  private static void address(StoreSettings settings, Runnable byPath, Runnable byHost) {
    settings.pathStyle().ifPresent(path -> (path ? byPath : byHost).run());
  }

  /** Makes a bucket where its region must not be named. */
  static NewBucket newBucket(StoreSettings settings) {
    MinioAsyncClient client =
        MinioAsyncClient.builder()
            .endpoint(settings.endpoint().toString())
            .region(settings.region())
            .credentials(settings.accessKey(), settings.secretKey())
            .httpClient(http(settings), true)
            .build();
    address(settings, client::disableVirtualStyleEndpoint, client::enableVirtualStyleEndpoint);
    return new NewBucket(client);
  }

  /** Without the client's own retries: {@code RetryingStore} does that, with one deadline. */
  private static OkHttpClient http(StoreSettings settings) {
    Dispatcher dispatcher = new Dispatcher(threads());
    dispatcher.setMaxRequests(REQUESTS);
    dispatcher.setMaxRequestsPerHost(REQUESTS);
    OkHttpClient.Builder builder = builder(settings);
    return builder
        .dispatcher(dispatcher)
        .socketFactory(new PromptSockets())
        .connectTimeout(CONNECT)
        .readTimeout(SILENCE)
        .writeTimeout(SILENCE)
        .build();
  }

  private static OkHttpClient.Builder builder(StoreSettings settings) {
    if (!settings.secure()) {
      return plain();
    }
    return settings.authority().map(StoreConnections::trusting).orElseGet(StoreConnections::usual);
  }

  /** Only the authorities of this file; host names are verified as always. */
  private static OkHttpClient.Builder trusting(Path authority) {
    FreshTrust trust = new FreshTrust(StoreSettings.AUTHORITY, authority);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return new OkHttpClient.Builder()
          .protocols(List.of(Protocol.HTTP_1_1))
          .connectionSpecs(List.of(ConnectionSpec.COMPATIBLE_TLS))
          .sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** Certificates of the JDK, and of SSL_CERT_FILE and SSL_CERT_DIR if these are set. */
  private static OkHttpClient.Builder usual() {
    OkHttpClient.Builder builder = Http.newDefaultClient().newBuilder();
    builder.interceptors().removeIf(Http.StatusRetryInterceptor.class::isInstance);
    return builder;
  }

  /** Loading certificates takes a second, and no redirect is to lead elsewhere. */
  private static OkHttpClient.Builder plain() {
    return new OkHttpClient.Builder()
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
  }

  /** Daemon threads, so that a program that ends does not wait for them. */
  private static ExecutorService threads() {
    AtomicInteger count = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_THREAD.toSeconds(),
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "object-store-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }
}
