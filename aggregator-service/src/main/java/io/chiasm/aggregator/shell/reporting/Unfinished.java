package io.chiasm.aggregator.shell.reporting;

import io.chiasm.aggregator.plan.Plan;
import io.chiasm.aggregator.shell.importing.Imported;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import java.util.Set;

/**
 * A study whose results are not written yet.
 *
 * @param fitted results of encoding tasks that were there when it was looked at last
 */
public record Unfinished(Study study, Plan plan, Imported imported, Set<ObjectKey> fitted) {}
