package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Study;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The study file: what a study asks for, in YAML. Reading checks every key, type and value and that
 * the files and folders named exist, and fills in the defaults; whether a network has the layers
 * named, and what the data set holds, is known only when they are opened.
 */
public final class StudyFile {
  /** UTF-8 takes at most four bytes for a character. */
  private static final int MOST_BYTES = 4 * YamlText.MOST_CHARACTERS;

  private StudyFile() {}

  /**
   * Reads a study file; relative paths in it are resolved against its folder.
   *
   * @throws InputException naming file, line and key, what was found and what is possible
   */
  public static Study read(Path file) {
    return read(file, false);
  }

  /**
   * Reads a study file for a server with a disk of its own: an absolute path that is not here is
   * taken for one there.
   *
   * @throws InputException as {@link #read}
   */
  public static Study readForElsewhere(Path file) {
    return read(file, true);
  }

  private static Study read(Path file, boolean elsewhere) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isRegularFile(file)) {
      throw new InputException(file + ": no such file; possible: a study file");
    }
    return parse(text(file), file.toString(), folder, elsewhere);
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
    return parse(yaml, source, baseFolder, false);
  }

  private static Study parse(String yaml, String source, Path baseFolder, boolean elsewhere) {
    Locations locations = new Locations(baseFolder.toAbsolutePath().normalize(), elsewhere);
    return new StudyReader(locations).read(YamlText.root(yaml, source));
  }

  /**
   * The study as a study file with every default written out, every path absolute and one entry per
   * network. Parsing it gives an equal study.
   */
  public static String write(Study study) {
    return StudyWriter.write(study);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InputException(file + ": found more than " + MOST_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": not UTF-8 text; save the file with this encoding", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
