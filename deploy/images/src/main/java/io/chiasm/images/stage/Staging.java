package io.chiasm.images.stage;

import io.chiasm.images.ImageException;
import io.chiasm.images.bytecode.GeneratedJar;
import io.chiasm.images.natives.Platform;
import io.chiasm.images.natives.PlatformJar;
import io.chiasm.images.service.Artifact;
import io.chiasm.images.service.QuarkusApp;
import io.chiasm.images.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays a built service out as the layers of its image. */
public final class Staging {
  /** The virtual machine's options, beside the application. */
  public static final String OPTIONS = "java.options";

  private static final String OWN = "io.chiasm";

  private final Service service;
  private final Platform platform;
  private final Path folder;

  private Staging(Service service, Platform platform, Path folder) {
    this.service = service;
    this.platform = platform;
    this.folder = folder;
  }

  /**
   * Lays a service out, in place of what was there.
   *
   * @param folder of the layers' folders
   * @throws ImageException if it lacks native libraries of the platform, or holds a library twice
   */
  public static StagedService lay(Service service, QuarkusApp app, Platform platform, Path folder)
      throws IOException {
    clear(folder);
    return new Staging(service, platform, folder).lay(app);
  }

  private StagedService lay(QuarkusApp app) throws IOException {
    List<StagedJar> jars = new ArrayList<>();
    for (String file : app.files()) {
      if (file.endsWith(".jar")) {
        jars.add(jar(app, file));
      } else {
        Files.copy(app.file(file), made(Part.APPLICATION, file));
      }
    }
    OncePerLibrary.check(jars);
    requireNatives(jars);
    Files.writeString(made(Part.APPLICATION, OPTIONS), options());
    for (Part part : Part.values()) {
      Files.createDirectories(folder.resolve(part.folder()));
    }
    return new StagedService(service, platform, folder, jars);
  }

  private StagedJar jar(QuarkusApp app, String file) throws IOException {
    Optional<Artifact> artifact = app.artifact(file);
    if (file.equals(GeneratedJar.PATH)) {
      Path there = made(Part.APPLICATION, file);
      GeneratedJar.copy(app.file(file), there);
      return new StagedJar(file, artifact, false, false, sha256(there));
    }
    Path first = made(Part.DEPENDENCIES, file);
    PlatformJar copied = PlatformJar.copy(app.file(file), first, platform);
    Part part = part(artifact, copied);
    Path there = made(part, file);
    if (part != Part.DEPENDENCIES) {
      Files.move(first, there);
    }
    return new StagedJar(file, artifact, copied.nativeCode(), copied.stripped(), sha256(there));
  }

  private static Part part(Optional<Artifact> artifact, PlatformJar jar) {
    if (artifact.isEmpty() || artifact.get().group().equals(OWN)) {
      return Part.APPLICATION;
    }
    return jar.nativeCode() ? Part.NATIVES : Part.DEPENDENCIES;
  }

  private void requireNatives(List<StagedJar> jars) {
    for (String needed : service.natives()) {
      boolean there =
          jars.stream()
              .filter(StagedJar::nativeCode)
              .flatMap(jar -> jar.artifact().stream())
              .anyMatch(artifact -> artifact.name().equals(needed));
      if (!there) {
        throw new ImageException(
            "the %s was built without native libraries of %s for %s: build it with -Dnative.platform=%s, as deploy/images/build.sh does"
                .formatted(service.label(), needed, platform, platform.classifier()));
      }
    }
  }

  private String options() throws IOException {
    return resource("every.options") + resource(service.label() + ".options");
  }

  private static String resource(String name) throws IOException {
    try (InputStream text = Staging.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path made(Part part, String file) throws IOException {
    Path path =
        folder.resolve(part.folder()).resolve(StagedService.HOME.substring(1)).resolve(file);
    Files.createDirectories(path.getParent());
    return path;
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream content =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(content.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
