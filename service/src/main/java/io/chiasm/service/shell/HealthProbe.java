package io.chiasm.service.shell;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;

/**
 * Asks a service how it is, where an image has neither curl nor a shell: {@code java -cp
 * '/opt/chiasm/lib/main/*' io.chiasm.service.shell.HealthProbe
 * http://localhost:8080/q/health/live}. Ends with 0 if the answer is 200.
 */
public final class HealthProbe {
  private static final int MILLISECONDS = 5_000;

  private HealthProbe() {}

  /** The exit code says it. */
  public static void main(String[] address) throws IOException {
    if (!answers(URI.create(address[0]).toURL())) {
      System.exit(1);
    }
  }

  /** Whether it answers with 200 within five seconds. */
  static boolean answers(URL address) {
    try {
      HttpURLConnection asked = (HttpURLConnection) address.openConnection();
      asked.setConnectTimeout(MILLISECONDS);
      asked.setReadTimeout(MILLISECONDS);
      asked.setInstanceFollowRedirects(false);
      return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
