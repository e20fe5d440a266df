package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The study file: what a study asks for, in YAML. Reading checks every key, type and value and that
 * the files and folders named exist, and fills in the defaults; whether a network has the layers
 * named, and what the data set holds, is known only when they are opened.
 */
public final class StudyFile {
  private StudyFile() {}

  /**
   * Reads a study file; relative paths in it are resolved against its folder.
   *
   * @throws InputException naming file, line and key, what was found and what is possible
   */
  public static Study read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file; possible: a study file");
    }
    return parse(YamlText.read(file), file.toString(), folder);
  }

  /**
   * Reads a study from YAML text.
   *
   * @param yaml the study file's text
   * @param source its name in messages
   * @param baseFolder against which relative paths are resolved
   * @throws InputException naming source, line and key, what was found and what is possible
   */
  public static Study parse(String yaml, String source, Path baseFolder) {
    return parse(yaml, source, baseFolder, PathRule.ANY);
  }

  /** As {@link #parse(String, String, Path)}, for one who may name only some files and folders. */
  public static Study parse(String yaml, String source, Path baseFolder, PathRule rule) {
    Locations locations = new Locations(baseFolder.toAbsolutePath().normalize(), rule);
    return new StudyReader(locations).read(YamlText.root(yaml, source, "a study"));
  }

  /**
   * The study as a study file with every default written out, every path absolute and one entry per
   * network. Parsing it gives an equal study.
   */
  public static String write(Study study) {
    return StudyWriter.write(study);
  }
}
