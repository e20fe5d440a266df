package io.chiasm.images.service;

import java.time.Instant;
import java.util.Optional;

/**
 * Which Chiasm is in an image.
 *
 * @param version of the project
 * @param revision of its sources; empty where it is not known
 * @param created the time written into image and documents
 */
public record Release(String version, Optional<String> revision, Instant created) {}
