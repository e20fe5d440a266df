package io.chiasm.images.jib;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;

/** Images in registries, with the logins that {@code docker login} or {@code podman login} kept. */
final class Registry {
  private Registry() {}

  static RegistryImage image(ImageReference name) {
    CredentialRetrieverFactory kept = CredentialRetrieverFactory.forImage(name, event -> {});
    return RegistryImage.named(name)
        .addCredentialRetriever(kept.dockerConfig())
        .addCredentialRetriever(kept.wellKnownCredentialHelpers());
  }
}
