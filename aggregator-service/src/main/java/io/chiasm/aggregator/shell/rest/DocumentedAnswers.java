package io.chiasm.aggregator.shell.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What filters and exception mappers answer, in the OpenAPI document of every operation. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedAnswers implements OASFilter {
  private static final int UNPROCESSABLE = 422;

  @Override
  public Operation filterOperation(Operation operation) {
    boolean named = parameters(operation).stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
    boolean body = operation.getRequestBody() != null;
    words(operation, Status.SERVICE_UNAVAILABLE.getStatusCode(), "Not ready, or busy: try again");
    words(operation, Status.FORBIDDEN.getStatusCode(), "Not allowed");
    if (named) {
      words(operation, Status.NOT_FOUND.getStatusCode(), "There is none of that name");
    }
    if (!parameters(operation).isEmpty() || body) {
      answer(operation, Status.BAD_REQUEST.getStatusCode(), "The request is malformed");
      words(operation, UNPROCESSABLE, "It cannot be done, and why");
    }
    if (body) {
      answer(operation, Status.UNAUTHORIZED.getStatusCode(), "Not signed in");
      answer(operation, Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode(), "Too large");
      answer(operation, Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(), "Of another media type");
    }
    return operation;
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  private static APIResponse answer(Operation operation, int status, String description) {
    APIResponse answer = OASFactory.createAPIResponse().description(description);
    operation.getResponses().addAPIResponse(String.valueOf(status), answer);
    return answer;
  }

  /** With one line of words. */
  private static void words(Operation operation, int status, String description) {
    answer(operation, status, description)
        .setContent(
            OASFactory.createContent()
                .addMediaType(
                    MediaType.TEXT_PLAIN,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().addType(SchemaType.STRING))));
  }
}
