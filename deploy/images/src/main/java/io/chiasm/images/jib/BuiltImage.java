package io.chiasm.images.jib;

/**
 * An image that was made.
 *
 * @param name with its tag
 * @param digest of its manifest, {@code sha256:…}
 * @param id of its configuration, {@code sha256:…}: what container engines list
 */
public record BuiltImage(String name, String digest, String id) {}
