#!/usr/bin/env bash
# How soon the task of a worker that ends is done by another one that is idle, on the embedded broker.
# Prints one line per trial: killed (SIGKILL), frozen (SIGSTOP, as
# a node that is lost) or ended (in order, with the embedded stack's grace of 2 s), and seconds.
#
#   bench/handover/run.sh [TRIALS]
#
# default: 3 trials of each.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl deploy/local -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
local="$home/deploy/local/target"
java -cp "$local/test-classes:$local/classes:$(cat "$local/bench-classpath.txt")" \
  io.chiasm.local.stack.HandoverBench "${1:-3}"
