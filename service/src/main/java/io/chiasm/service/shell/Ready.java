package io.chiasm.service.shell;

import io.chiasm.contracts.shell.service.Connecting;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when store and brokers are there as needed; if not, the answer says why. */
@Readiness
class Ready implements HealthCheck {
  private final Connecting connecting;

  Ready(Connecting connecting) {
    this.connecting = connecting;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("connections").status(connecting.trouble().isEmpty());
    connecting.trouble().ifPresent(words -> answer.withData("reason", words));
    return answer.build();
  }
}
