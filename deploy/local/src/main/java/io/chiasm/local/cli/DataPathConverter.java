package io.chiasm.local.cli;

import io.chiasm.contracts.shell.data.DataPath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is read may lie on this machine or in a bucket. */
final class DataPathConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    try {
      return DataPath.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
    }
  }
}
