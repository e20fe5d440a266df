package io.chiasm.encoding.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of all threads of this process: what other programs do hardly changes it. */
final class ProcessorTime {
  private static final double SECOND = 1e9;

  private ProcessorTime() {}

  static double seconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / SECOND;
  }
}
