package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.shell.reporting.Reporter;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.study.shell.importing.Importer;

/** What all studies of a process work with. */
record StudyParts(
    StudyObjects objects,
    Publisher publisher,
    Importer importer,
    Reporter reporter,
    Telemetry telemetry,
    KeptCosts costs,
    Requests requests,
    Windows windows) {}
