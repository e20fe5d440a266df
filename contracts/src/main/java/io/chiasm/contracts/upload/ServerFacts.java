package io.chiasm.contracts.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself to who wants to submit a study.
 *
 * @param version of Chiasm
 * @param chunkBytes size of a chunk
 * @param uploads what files it takes
 * @param disk by which one on the same disk is told from others
 * @param roots folders that a study's paths must lie in; null if they may lie anywhere
 */
public record ServerFacts(
    String version,
    int chunkBytes,
    UploadLimits uploads,
    DiskProof disk,
    @Nullable List<String> roots) {}
