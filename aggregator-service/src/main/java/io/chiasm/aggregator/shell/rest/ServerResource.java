package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Access;
import io.chiasm.aggregator.shell.access.ServerPaths;
import io.chiasm.aggregator.shell.upload.NonceFile;
import io.chiasm.aggregator.shell.upload.Uploads;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.ServerFacts;
import io.chiasm.study.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a server says of itself. */
@Path("/server")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "server")
public class ServerResource {
  private final Uploads uploads;
  private final NonceFile disk;
  private final Access access;

  ServerResource(Uploads uploads, NonceFile disk, Access access) {
    this.uploads = uploads;
    this.disk = disk;
    this.access = access;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @APIResponseSchema(ServerFacts.class)
  @Operation(summary = "Version, what files are taken, and how to tell whether one has its disk")
  public String facts() {
    String version = ServerResource.class.getPackage().getImplementationVersion();
    ServerFacts facts =
        new ServerFacts(
            version == null ? "unpackaged" : version,
            Chunk.MOST_BYTES,
            uploads.limits(),
            disk.proof(),
            access.paths() instanceof ServerPaths restricted ? restricted.roots() : null);
    return new String(Json.write(facts), StandardCharsets.UTF_8);
  }
}
