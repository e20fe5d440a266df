#!/usr/bin/env bash
# Times the encoder's products beside plain sgemm and dgemm of the same size and threads.
#
#   bench/encoder/kernels.sh [JMH OPTIONS]     such as -p kernel=gram -p threads=2
#
# Every kernel and its plain products run in alternation in one process, so that a ratio means
# something on a busy machine too.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/classpath.sh"
java -cp "$classpath" io.chiasm.encoding.bench.KernelBench "$@"
