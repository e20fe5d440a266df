package io.chiasm.local.faults;

import java.util.Random;

/**
 * Something that goes wrong while a study runs.
 *
 * @param name for the table
 * @param letters dead letters that it leaves
 * @param mayEnd whether the study may end in words, to be resumed when all is right again
 * @param course what happens, and how it is put right again; returns when it is
 */
record Fault(String name, int letters, boolean mayEnd, Course course) {
  /** Leaves no dead letter. */
  Fault(String name, Course course) {
    this(name, 0, false, course);
  }

  interface Course {
    void run(Trial trial, Random random) throws Exception;
  }
}
