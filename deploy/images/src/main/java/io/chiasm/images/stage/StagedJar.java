package io.chiasm.images.stage;

import io.chiasm.images.service.Artifact;
import java.util.Optional;

/**
 * A jar as it is in the image.
 *
 * @param path below the application's folder
 * @param artifact what it is in Maven's repository; empty if it was made for this service
 * @param nativeCode whether it holds native libraries
 * @param stripped whether other platforms' libraries were left out
 * @param sha256 of its content here, in hexadecimal
 */
public record StagedJar(
    String path,
    Optional<Artifact> artifact,
    boolean nativeCode,
    boolean stripped,
    String sha256) {}
