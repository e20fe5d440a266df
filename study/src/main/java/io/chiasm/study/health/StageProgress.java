package io.chiasm.study.health;

import io.chiasm.study.progress.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a study and when it will be through.
 *
 * @param remainingSeconds at the pace of the last minute; null if it cannot be said
 */
public record StageProgress(Stage stage, @Nullable Long remainingSeconds) {}
