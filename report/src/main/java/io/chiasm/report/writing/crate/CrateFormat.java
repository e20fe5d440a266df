package io.chiasm.report.writing.crate;

import java.util.List;

/** How a research crate is written. */
@FunctionalInterface
public interface CrateFormat {
  /**
   * @param context the vocabulary's address
   */
  byte[] bytes(String context, List<CrateEntity> entities);
}
