package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.upload.BusyException;
import io.chiasm.aggregator.shell.upload.Uploads;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.upload.UploadedFile;
import io.chiasm.study.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files that are sent with studies. */
@Path("/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "uploads")
public class UploadResource {
  private static final String MOMENT = "1";

  private final Uploads uploads;

  UploadResource(Uploads uploads) {
    this.uploads = uploads;
  }

  @PUT
  @Path("/chunks/{chunk}")
  @RolesAllowed(Roles.SCIENTIST)
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @APIResponse(responseCode = "204", description = "It is there")
  @Operation(summary = "Send a chunk of a file, named SHA-256, hyphen, number of bytes")
  public Response chunk(@PathParam("chunk") String chunk, InputStream body) {
    try {
      uploads.put(chunk, body);
      return Response.noContent().build();
    } catch (BusyException e) {
      return Response.status(Response.Status.SERVICE_UNAVAILABLE)
          .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
          .header(HttpHeaders.RETRY_AFTER, MOMENT)
          .entity(e.getMessage())
          .build();
    } catch (IOException e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
          .entity("chunk " + chunk + ": its body broke off: send it again")
          .build();
    }
  }

  @POST
  @Path("/missing")
  @RolesAllowed(Roles.SCIENTIST)
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(String[].class)
  @Operation(summary = "Of a list of chunks, those that are to be sent")
  public String missing(byte[] names) {
    return json(uploads.missing(Arrays.asList(Json.read(names, String[].class, "list of chunks"))));
  }

  @POST
  @Path("/trees")
  @RolesAllowed(Roles.SCIENTIST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make files of chunks that were sent; answers their name in study files")
  public String tree(byte[] description) {
    return json(uploads.add(Json.read(description, UploadedFile.class, "list of files")));
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
