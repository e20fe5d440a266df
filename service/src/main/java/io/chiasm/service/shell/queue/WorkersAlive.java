package io.chiasm.service.shell.queue;

import io.chiasm.contracts.shell.service.QueueWorkers;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as every worker works; a broker or store that is away is no reason to restart. */
@Liveness
class WorkersAlive implements HealthCheck {
  private final QueueWorkers workers;

  WorkersAlive(QueueWorkers workers) {
    this.workers = workers;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("workers").status(workers.alive()).build();
  }
}
