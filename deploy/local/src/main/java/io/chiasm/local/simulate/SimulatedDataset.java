package io.chiasm.local.simulate;

import java.nio.file.Path;

/**
 * A made data set that was written.
 *
 * @param folder holds {@code subj01} …, {@code truth} and the study file
 * @param studyFile a study of it, ready to run
 * @param scenes number of different images
 */
public record SimulatedDataset(Path folder, Path studyFile, int scenes) {}
