package io.chiasm.local.sending;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are sent together for one path of a study.
 *
 * @param key of the study file
 * @param path as the study names it
 * @param entry what it becomes within the files sent; empty for all of them, a folder
 * @param files by their name within what is sent
 */
record Parcel(String key, Path path, String entry, Map<String, Path> files) {
  Parcel {
    files = new TreeMap<>(files);
  }
}
