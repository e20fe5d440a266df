package io.chiasm.report.writing.crate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files and folders of a results folder as a crate's entities. */
final class CrateFiles {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html",
          "csv", "text/csv",
          "parquet", "application/vnd.apache.parquet",
          "svg", "image/svg+xml",
          "pdf", "application/pdf",
          "png", "image/png",
          "json", "application/json",
          "yaml", "application/yaml",
          "bib", "application/x-bibtex");

  private static final Map<String, String> FILES =
      Map.of(
          "report.html", "Report: figures, maps, tables, methods and provenance on one page",
          "study.yaml", "Study file with every default written out",
          "provenance.json", "Versions, seeds and SHA-256 digests of everything that went in",
          "summary.json", "The main numbers of every condition and ROI",
          "references.bib", "What the methods paragraph cites");

  /** In the order in which they are named. */
  private static final Map<String, String> FOLDERS = folders();

  private final Map<String, Integer> sizes;

  /**
   * @param sizes bytes by path
   */
  CrateFiles(Map<String, Integer> sizes) {
    this.sizes = sizes;
  }

  private static Map<String, String> folders() {
    Map<String, String> folders = new LinkedHashMap<>();
    folders.put("tables/", "Tables, each as CSV and as Parquet");
    folders.put("figures/", "Figures as vectors and bitmaps, and the numbers that they show");
    folders.put("vertices/", "Scores of every vertex as .npy arrays");
    folders.put("surfaces/", "Maps of lateralisation on fsaverage as GIFTI and MGH");
    return folders;
  }

  /** What stands in the results folder itself. */
  List<CrateEntity> top() {
    List<CrateEntity> top = new ArrayList<>(List.of(file("report.html")));
    sizes.keySet().stream().filter(path -> path.indexOf('/') < 0).map(this::file).forEach(top::add);
    FOLDERS.keySet().stream().filter(this::holdsAny).map(this::folder).forEach(top::add);
    return top;
  }

  /** Tables and figures; arrays and maps are too many to be named one by one. */
  List<CrateEntity> within() {
    return sizes.keySet().stream().filter(CrateFiles::isNamed).map(this::file).toList();
  }

  private static boolean isNamed(String path) {
    return path.startsWith("tables/") || path.startsWith("figures/");
  }

  private boolean holdsAny(String folder) {
    return sizes.keySet().stream().anyMatch(path -> path.startsWith(folder));
  }

  private CrateEntity folder(String folder) {
    List<CrateEntity> parts =
        within().stream().filter(part -> part.id().startsWith(folder)).toList();
    return CrateEntity.of(folder, "Dataset")
        .with("name", folder.substring(0, folder.length() - 1))
        .with("description", Optional.ofNullable(FOLDERS.get(folder)))
        .refers("hasPart", parts);
  }

  private CrateEntity file(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return CrateEntity.of(CrateEntity.path(path), "File")
        .with("name", path.substring(path.lastIndexOf('/') + 1))
        .with("description", Optional.ofNullable(FILES.get(path)))
        .with("encodingFormat", Optional.ofNullable(MEDIA_TYPES.get(ending)))
        .with("contentSize", Optional.ofNullable(sizes.get(path)).map(String::valueOf));
  }
}
