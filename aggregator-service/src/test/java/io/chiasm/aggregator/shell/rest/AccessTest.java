package io.chiasm.aggregator.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.aggregator.shell.access.AuditLog;
import io.chiasm.aggregator.shell.study.StudiesBench;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.chiasm.study.progress.StudyStatus;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every route of a running server, asked by everybody. */
@QuarkusTest
@TestProfile(ServerOfTokens.class)
class AccessTest {
  private static final Map<String, String> ROLES =
      Map.of("vi", "viewer", "ana", "scientist", "bo", "scientist", "op", "operator");
  private static final String COOKIE = "chiasm_session=";

  private final HttpClient http = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init") // Quarkus sets it
  URI server;

  @Test
  void everyRouteKeepsItsRule() throws Exception {
    for (Routes.Route route : Routes.all()) {
      RolesAllowed rule = route.java().getAnnotation(RolesAllowed.class);
      if (rule != null) {
        String study = submit("ana");
        assertThat(status(route, study, null)).as("%s for nobody", route).isEqualTo(401);
        assertThat(status(route, study, "eve")).as("%s for a stranger", route).isEqualTo(401);
        assertThat(status(route, study, "old")).as("%s expired", route).isEqualTo(401);
        for (String who : ROLES.keySet()) {
          boolean role = Roles.within(ROLES.get(who)).contains(rule.value()[0]);
          boolean own = !route.java().isAnnotationPresent(OwnStudy.class) || !who.equals("bo");
          study = submit("ana");
          int status = status(route, study, who);
          if (role && own) {
            assertThat(status).as("%s for %s", route, who).isNotIn(401, 403);
          } else {
            assertThat(status).as("%s for %s", route, who).isEqualTo(403);
          }
        }
      }
    }
  }

  @Test
  void thePageAndHealthAreOpenAndSayNothing() throws Exception {
    for (String path :
        new String[] {"/", "/dashboard/main.js", "/q/health/live", "/q/metrics", "/q/openapi"}) {
      HttpResponse<String> answer = ask("GET", path, null, "");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).doesNotContain("token-of", "tokens.yaml", "made-");
    }
    assertThat(ask("POST", "/nothing", null, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aRefusalSaysWhoseStudyItIsOrWhichRoleIsNeeded() throws Exception {
    String study = submit("ana");
    // Submitting what is known changes no owner.
    assertThat(submit("bo")).isEqualTo(study);
    assertThat(ask("POST", "/studies/" + study + "/cancel", "bo", "").body())
        .isEqualTo(
            "study " + study + " was submitted by ana: only ana or an operator may change it");
    assertThat(ask("POST", "/studies", "vi", StudiesBench.yaml()).body())
        .isEqualTo("vi is a viewer; this needs a scientist");
  }

  @Test
  void filesOutsideTheRootsAreRefused() throws Exception {
    HttpResponse<String> answer = ask("POST", "/studies?base=/", "op", StudiesBench.yaml());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .isEqualTo(
            "study.yaml:2: dataset.algonauts: found /data, which is not below a folder that studies"
                + " may name here; possible: below "
                + ServerOfTokens.ROOT
                + "; 'chiasm submit' sends files along");
  }

  @Test
  void aTokenBecomesACookieUntilOneSignsOut() throws Exception {
    assertThat(ask("GET", "/session", null, "").body())
        .isEqualTo("{\"mode\":\"tokens\",\"name\":null,\"role\":null}");
    HttpResponse<String> refused = ask("POST", "/session", null, "wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> signedIn = ask("POST", "/session", null, ServerOfTokens.token("vi"));
    assertThat(signedIn.body())
        .isEqualTo("{\"mode\":\"tokens\",\"name\":\"vi\",\"role\":\"viewer\"}");
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .containsIgnoringCase("Path=/")
        .doesNotContainIgnoringCase("Secure");
    String kept = cookie.substring(0, cookie.indexOf(';'));
    assertThat(withCookie("GET", "/studies", kept).statusCode()).isEqualTo(200);
    assertThat(withCookie("POST", "/studies", kept).statusCode()).isEqualTo(403);
    assertThat(withCookie("GET", "/", COOKIE + "old").statusCode()).isEqualTo(200);
    assertThat(withCookie("GET", "/studies", COOKIE + ServerOfTokens.token("old")).statusCode())
        .isEqualTo(401);
    assertThat(
            withCookie("DELETE", "/session", kept).headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith(COOKIE)
        .containsIgnoringCase("Max-Age=0");
  }

  @Test
  void eachChangeAndEachRefusedOneIsOneLineWithoutAToken() throws Exception {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Logger audit = Logger.getLogger(AuditLog.CATEGORY);
    Handler handler = handler(lines);
    audit.addHandler(handler);
    try {
      String study = submit("ana");
      ask("GET", "/studies", "ana", "");
      ask("POST", "/studies/" + study + "/cancel", "bo", "");
      ask("POST", "/studies/" + study + "%0Awho=op/cancel", "eve", "");
      ask("POST", "/studies/x%0Awho=op/cancel", "bo", "");
      ask("POST", "/dead-letters/a/replay", "vi", "");
      ask("POST", "/session", null, ServerOfTokens.token("vi"));
      await(lines, 6);
      assertThat(lines)
          .containsExactlyInAnyOrder(
              "who=ana role=scientist method=POST route=/studies study=- status=202 from=127.0.0.1",
              "who=bo role=scientist method=POST route=/studies/{study}/cancel study="
                  + study
                  + " status=403 from=127.0.0.1",
              "who=- role=- method=POST route=- study=- status=401 from=127.0.0.1",
              "who=bo role=scientist method=POST route=/studies/{study}/cancel"
                  + " study=x%a;who%3d;op status=404 from=127.0.0.1",
              "who=vi role=viewer method=POST route=/dead-letters/{letter}/replay study=-"
                  + " status=403 from=127.0.0.1",
              "who=vi role=viewer method=POST route=/session study=- status=200 from=127.0.0.1");
    } finally {
      audit.removeHandler(handler);
    }
  }

  private static void await(Queue<String> lines, int count) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (lines.size() < count && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
  }

  private static Handler handler(Queue<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        lines.add(record.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private String submit(String who) throws Exception {
    String base = URLEncoder.encode(ServerOfTokens.ROOT.toString(), StandardCharsets.UTF_8);
    HttpResponse<String> answer = ask("POST", "/studies?base=" + base, who, StudiesBench.yaml());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), StudyStatus.class, "answer")
        .study();
  }

  private int status(Routes.Route route, String study, @Nullable String who) throws Exception {
    String path = route.template().replace("{study}", study).replaceAll("\\{[^}]*}", "nothing");
    Consumes consumes = route.java().getAnnotation(Consumes.class);
    String type = consumes == null ? "application/octet-stream" : consumes.value()[0];
    HttpRequest request =
        request(path, who)
            .header("Content-Type", type)
            .method(
                route.method(),
                route.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString("x"))
            .build();
    // A live stream has no end.
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  private HttpResponse<String> ask(String method, String path, @Nullable String who, String body)
      throws Exception {
    return http.send(
        request(path, who)
            .header("Content-Type", path.equals("/session") ? "text/plain" : "application/yaml")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> withCookie(String method, String path, String cookie)
      throws Exception {
    return http.send(
        request(path, null)
            .header("Cookie", cookie)
            .header("Content-Type", "application/yaml")
            .method(method, BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, @Nullable String who) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    return who == null
        ? request
        : request.header("Authorization", "Bearer " + ServerOfTokens.token(who));
  }
}
