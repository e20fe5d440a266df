package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.health.Statuses;
import io.chiasm.aggregator.shell.results.Results;
import io.chiasm.aggregator.shell.study.KeptCosts;
import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.report.writing.file.ResultFile;
import io.chiasm.study.access.Roles;
import io.chiasm.study.estimate.StudyTimes;
import io.chiasm.study.progress.StudyStatus;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Studies: submit, list, watch, cancel, resume, results. */
@Path("/studies")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "studies")
public class StudyResource {
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final Studies studies;
  private final Statuses statuses;
  private final Results results;
  private final KeptCosts costs;
  private final Submitters submitters;

  StudyResource(
      Studies studies, Statuses statuses, Results results, KeptCosts costs, Submitters submitters) {
    this.studies = studies;
    this.statuses = statuses;
    this.results = results;
    this.costs = costs;
    this.submitters = submitters;
  }

  /** Answers at once; the study is imported, planned and run in the background. */
  @POST
  @RolesAllowed(Roles.SCIENTIST)
  @Consumes({"application/yaml", MediaType.TEXT_PLAIN})
  @APIResponseSchema(value = StudyStatus.class, responseCode = "202")
  @Operation(summary = "Submit a study file; a study that is known is resumed")
  public Response submit(
      String yaml,
      @QueryParam("source") @DefaultValue("study.yaml") String source,
      @QueryParam("base") @DefaultValue("/") String base) {
    String id = studies.submit(yaml, source, folder(base), submitters.caller());
    return Response.accepted(json(statuses.status(id))).build();
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @APIResponseSchema(StudyStatus[].class)
  @Operation(summary = "Every study known, and what each waits for")
  public String list() {
    return json(statuses.list());
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{study}")
  @APIResponseSchema(StudyStatus.class)
  @Operation(summary = "How far one study is, and what it waits for")
  public String status(@PathParam("study") String study) {
    return json(statuses.status(study));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{study}/times")
  @APIResponseSchema(StudyTimes.class)
  @Operation(summary = "What a study took beside what was estimated, by stage")
  public String times(@PathParam("study") String study) {
    return json(costs.times(statuses.status(study).study()));
  }

  /** One event per change, and one at the end, after which the stream closes. */
  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{study}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(summary = "Watch one study as server-sent events")
  public Multi<String> events(@PathParam("study") String study) {
    statuses.status(study);
    return Multi.createFrom()
        .ticks()
        .every(GLANCE)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tick -> statuses.status(study))
        // Before repetitions go: it takes one more look at the end to know that it was the end.
        .select()
        .first(new UntilEnded())
        .skip()
        .repetitions()
        .map(StudyResource::json);
  }

  @POST
  @RolesAllowed(Roles.SCIENTIST)
  @OwnStudy
  @Path("/{study}/cancel")
  @APIResponseSchema(StudyStatus.class)
  @Operation(summary = "Stop a study; what was computed is kept")
  public String cancel(@PathParam("study") String study) {
    studies.cancel(study);
    return json(statuses.status(study));
  }

  @POST
  @RolesAllowed(Roles.SCIENTIST)
  @OwnStudy
  @Path("/{study}/resume")
  @APIResponseSchema(StudyStatus.class)
  @Operation(summary = "Go on with a study; only what is missing is computed")
  public String resume(@PathParam("study") String study) {
    studies.resume(study);
    return json(statuses.status(study));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{study}/results")
  @APIResponseSchema(String[].class)
  @Operation(summary = "Paths of the results; with prefixes, those that begin so")
  public String results(
      @PathParam("study") String study, @QueryParam("prefix") List<String> prefixes) {
    List<String> paths = results.paths(study);
    return json(
        prefixes.isEmpty()
            ? paths
            : paths.stream().filter(p -> prefixes.stream().anyMatch(p::startsWith)).toList());
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{study}/result-files")
  @APIResponseSchema(ResultFile[].class)
  @Operation(summary = "Path, size and SHA-256 of each result")
  public String files(@PathParam("study") String study) {
    return json(results.files(study));
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{study}/results/{path:.+}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "One result")
  public Response result(@PathParam("study") String study, @PathParam("path") String path) {
    InputStream content = results.open(study, path);
    return Response.ok(content, ResultTypes.of(path))
        // A report is a page of its own and must reach nothing on this server.
        .header("Content-Security-Policy", "sandbox allow-scripts")
        .build();
  }

  private static java.nio.file.Path folder(String base) {
    try {
      return java.nio.file.Path.of(base);
    } catch (InvalidPathException e) {
      throw new InputException("base: not the path of a folder: " + e.getMessage(), e);
    }
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  /** Lets statuses pass up to and including the first that ended. */
  private static final class UntilEnded implements java.util.function.Predicate<StudyStatus> {
    private boolean ended;

    @Override
    public boolean test(StudyStatus status) {
      boolean before = ended;
      ended = status.state().ended();
      return !before;
    }
  }
}
