package io.chiasm.report.shell.comparison;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.report.comparison.FinishedStudy;
import io.chiasm.report.surface.SurfaceFolder;
import io.chiasm.report.surface.Surfaces;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.stream.Stream;

/** The cortex that the maps of two studies are drawn on: the first one's, or else the second's. */
final class ComparedSurface {
  private static final String KEY = "surface";
  private static final String NONE = "none";

  private ComparedSurface() {}

  /** Or why there is none, since it may have gone since the studies ran. */
  static Surfaces of(FinishedStudy a, FinishedStudy b) {
    String reason = "Neither study names a surface, so there is no map.";
    for (String named :
        Stream.of(a, b).map(ComparedSurface::named).flatMap(Optional::stream).toList()) {
      try {
        return Surfaces.of(
            SurfaceFolder.open(DataPath.of(named)), (participant, hemisphere) -> Optional.empty());
      } catch (InputException | InvalidPathException e) {
        reason =
            "There are no pictures, for the studies' surface is not here: " + e.getMessage() + ".";
      }
    }
    return Surfaces.none(reason);
  }

  private static Optional<String> named(FinishedStudy study) {
    return Optional.ofNullable(study.keys().get(KEY)).filter(text -> !text.equals(NONE));
  }
}
