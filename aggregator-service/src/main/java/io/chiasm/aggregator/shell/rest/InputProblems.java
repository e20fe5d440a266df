package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.study.UnknownException;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures as answers: one line of words, never a stack trace. */
class InputProblems {
  private static final int UNPROCESSABLE = 422;

  @ServerExceptionMapper
  Response refused(InputException e) {
    return Answers.text(UNPROCESSABLE, e.getMessage());
  }

  @ServerExceptionMapper
  Response unknown(UnknownException e) {
    return Answers.text(Response.Status.NOT_FOUND.getStatusCode(), e.getMessage());
  }

  @ServerExceptionMapper
  Response later(TransientException e) {
    return Answers.text(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), e.getMessage());
  }
}
