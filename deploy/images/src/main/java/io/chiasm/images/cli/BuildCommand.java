package io.chiasm.images.cli;

import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.chiasm.images.ImageException;
import io.chiasm.images.jib.Base;
import io.chiasm.images.jib.BuiltImage;
import io.chiasm.images.jib.ImageBuild;
import io.chiasm.images.jib.Target;
import io.chiasm.images.natives.Platform;
import io.chiasm.images.sbom.BillOfMaterials;
import io.chiasm.images.service.QuarkusApp;
import io.chiasm.images.service.Release;
import io.chiasm.images.service.Service;
import io.chiasm.images.stage.Part;
import io.chiasm.images.stage.StagedService;
import io.chiasm.images.stage.Staging;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds images of services that Maven has built. */
@Command(
    name = "deploy/images/build.sh",
    description = "Builds container images of the services, without a container engine.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
public final class BuildCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG_INPUT = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--base",
      paramLabel = "BASE",
      defaultValue = "${env:CHIASM_IMAGE_BASE:-eclipse-temurin:17-jre}",
      description =
          "Image that brings Java 17 or later and the GNU C library: an image's name for a"
              + " registry, or tar:FILE as 'docker save' and deploy/images/base.sh write it."
              + " Default: CHIASM_IMAGE_BASE, otherwise eclipse-temurin:17-jre.")
  private String base;

  @Option(
      names = "--to",
      paramLabel = "TARGET",
      defaultValue = "${env:CHIASM_IMAGE_TARGET:-tar:deploy/images/target/images}",
      description =
          "tar:FOLDER for archives, or what stands before the images' names in a registry."
              + " Default: CHIASM_IMAGE_TARGET, otherwise tar:deploy/images/target/images.")
  private String target;

  @Option(names = "--tag", paramLabel = "TAG", description = "Tag. Default: Chiasm's version.")
  private Optional<String> tag;

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      required = true,
      description = "linux/amd64 or linux/arm64. Default: this machine's.")
  private String platform;

  @Option(
      names = "--format",
      defaultValue = "Docker",
      description = "Format: docker or oci. Default: docker.")
  private ImageFormat format;

  @Option(
      names = "--insecure",
      description = "Speak to registries without TLS or with unknown certificates, too.")
  private boolean insecure;

  @Option(names = "--stage-only", description = "Only lay the layers out, for Dockerfile.jvm.")
  private boolean stageOnly;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description =
          "Folder of layers built or fetched before. Default: deploy/images/target/cache.")
  private Optional<Path> cache;

  @Option(names = "--home", hidden = true, required = true)
  private Path home;

  @Option(names = "--built", hidden = true, required = true)
  private String built;

  @Option(names = "--revision", hidden = true)
  private Optional<String> revision;

  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      description = "extractor, encoder, aggregator. Default: all.")
  private List<Service> services;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  private BuildCommand() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** Runs a command line and returns its exit code. */
  static int execute(String... line) {
    return new CommandLine(new BuildCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, arguments) -> {
              PrintWriter err = e.getCommandLine().getErr();
              err.println("chiasm: " + e.getMessage());
              err.println("'deploy/images/build.sh --help' says what is possible");
              return WRONG_INPUT;
            })
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof ImageException || e instanceof IOException) {
                command.getErr().println("chiasm: " + e.getMessage());
                return e instanceof ImageException ? WRONG_INPUT : FAILED;
              }
              throw e;
            })
        .execute(line);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Release release = new Release(version(), revision, created());
    Platform wanted = Platform.named(platform);
    ImageBuild build =
        new ImageBuild(
            Base.of(base),
            Target.of(target, tag.orElse(release.version())),
            format,
            release,
            insecure,
            cache.orElse(made("cache")));
    for (Service service : services == null ? List.of(Service.values()) : services) {
      StagedService staged = lay(service, wanted, release);
      if (stageOnly) {
        tell(staged.folder().toString());
      } else {
        make(staged, build);
      }
    }
    return 0;
  }

  private StagedService lay(Service service, Platform wanted, Release release) throws IOException {
    QuarkusApp app =
        QuarkusApp.in(home.resolve(service.label() + "-service").resolve("target").resolve(built));
    Path folder = made("stage").resolve(wanted.classifier()).resolve(service.label());
    StagedService staged = Staging.lay(service, app, wanted, folder);
    Files.writeString(
        staged.file(Part.APPLICATION, staged.bill()), BillOfMaterials.of(staged, release));
    return staged;
  }

  private void make(StagedService staged, ImageBuild build)
      throws IOException, InterruptedException {
    BuiltImage image = build.make(staged);
    tell(image.name() + " " + staged.platform() + " " + image.digest());
    Path beside =
        build
            .target()
            .archive(staged.service(), staged.platform())
            .map(archive -> archive.resolveSibling(staged.bill()))
            .orElse(staged.folder().resolve(staged.bill()));
    Files.write(beside, Files.readAllBytes(staged.file(Part.APPLICATION, staged.bill())));
  }

  private void tell(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private Path made(String what) {
    return home.resolve("deploy/images/target").resolve(what);
  }

  private static String version() {
    String version = BuildCommand.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  /** The time in SOURCE_DATE_EPOCH, in seconds; the epoch where it is not set. */
  private static Instant created() {
    String seconds = System.getenv().getOrDefault("SOURCE_DATE_EPOCH", "0");
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (NumberFormatException e) {
      throw new ImageException(
          "SOURCE_DATE_EPOCH is '" + seconds + "', not a number of seconds", e);
    }
  }
}
