package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.shell.importing.Imported;
import java.util.Set;

/**
 * A study whose results are not written yet.
 *
 * @param fitted results of encoding tasks that were there when it was looked at last
 */
public record Unfinished(Study study, Plan plan, Imported imported, Set<ObjectKey> fitted) {}
