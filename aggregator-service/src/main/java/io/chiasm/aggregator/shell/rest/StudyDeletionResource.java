package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.study.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forgets studies. */
@Path("/studies")
@Blocking
@Tag(name = "studies")
public class StudyDeletionResource {
  private final Studies studies;

  StudyDeletionResource(Studies studies) {
    this.studies = studies;
  }

  @DELETE
  @RolesAllowed(Roles.SCIENTIST)
  @OwnStudy
  @Path("/{study}")
  @Operation(summary = "Forget a study that ended, and its results; what studies share stays")
  public void delete(@PathParam("study") String study) {
    studies.delete(study);
  }
}
