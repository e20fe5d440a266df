package io.chiasm.local.faults;

import java.util.Random;

/**
 * Something that goes wrong while a study runs.
 *
 * @param name for the table
 * @param course what happens, and how it is put right again; returns when it is
 */
record Fault(String name, Course course) {
  interface Course {
    void run(Trial trial, Random random) throws Exception;
  }
}
