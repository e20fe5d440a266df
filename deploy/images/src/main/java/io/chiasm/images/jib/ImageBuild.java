package io.chiasm.images.jib;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import io.chiasm.images.ImageException;
import io.chiasm.images.service.Release;
import io.chiasm.images.service.Service;
import io.chiasm.images.stage.Part;
import io.chiasm.images.stage.StagedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Makes images of laid out services.
 *
 * @param plainHttp whether registries without TLS, or with a certificate that nobody vouches for,
 *     are spoken to
 * @param cache folder of layers that were built or fetched before
 */
public record ImageBuild(
    Base base, Target target, ImageFormat format, Release release, boolean plainHttp, Path cache) {
  private static final String WITHOUT =
      "; a base without a registry comes from deploy/images/base.sh (--base tar:FILE)";

  /**
   * Makes an image and puts it where it goes.
   *
   * @throws ImageException if base or target cannot be had
   */
  public BuiltImage make(StagedService staged) throws IOException, InterruptedException {
    JibContainerBuilder image = describe(staged);
    Containerizer into = target.containerizer(staged.service(), staged.platform());
    into.setBaseImageLayersCache(cache.resolve("base"))
        .setApplicationLayersCache(cache.resolve("application"))
        .setAllowInsecureRegistries(plainHttp)
        .setOfflineMode(!base.remote() && !target.remote())
        .setToolName("chiasm");
    try {
      JibContainer made = image.containerize(into);
      return new BuiltImage(
          target.name(staged.service()).toStringWithQualifier(),
          made.getDigest().toString(),
          made.getImageId().toString());
    } catch (ExecutionException | RegistryException | CacheDirectoryCreationException e) {
      throw unmade(staged.service(), e);
    }
  }

  private JibContainerBuilder describe(StagedService staged) throws IOException {
    Service service = staged.service();
    JibContainerBuilder image = base.builder(staged.platform());
    for (Part part : Part.values()) {
      image.addFileEntriesLayer(layer(staged, part));
    }
    return image
        .setFormat(format)
        .setPlatforms(Set.of(new Platform(staged.platform().architecture(), "linux")))
        .setCreationTime(release.created())
        .setLabels(ImageSettings.labels(service, release, base.name()))
        .setEnvironment(ImageSettings.ENVIRONMENT)
        .setWorkingDirectory(AbsoluteUnixPath.get(StagedService.HOME))
        .setUser(ImageSettings.USER)
        .setExposedPorts(Port.tcp(service.port()))
        .setEntrypoint(ImageSettings.ENTRYPOINT)
        .setProgramArguments(List.of());
  }

  private static FileEntriesLayer layer(StagedService staged, Part part) throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(part.folder());
    Path tree = staged.layer(part);
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        layer.addEntry(path, AbsoluteUnixPath.get("/" + tree.relativize(path)));
      }
    }
    return layer.build();
  }

  private ImageException unmade(Service service, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof RegistryException)) {
      cause = cause.getCause();
    }
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new ImageException(
        "%s could not be made from the base %s for %s: %s%s"
            .formatted(
                service.image(),
                base,
                target,
                reason.replaceAll("\\s+", " ").strip(),
                base.remote() ? WITHOUT : ""),
        e);
  }
}
