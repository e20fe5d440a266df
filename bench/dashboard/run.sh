#!/usr/bin/env bash
# The aggregator's studies under load: 100 studies of 100 tasks and one of 10,000, all running at
# once, over a store in memory that answers each request (a page of a listing, too) after 5 ms,
# while 200 tasks per second are finished. Prints one line of JSON:
#   finished, shown        tasks that were finished, and that the last pulse shows
#   pulse_ms_*             to put the pulse together, once per second for all readers
#   pulse_bytes            all studies at once (GET /pulse)
#   event_bytes_*          what one open page is sent per second (GET /pulse/events)
#   store_requests_per_second, heap_mib
#
#   bench/dashboard/run.sh [SECONDS] [PORT]
#
# default: 30 seconds. While it runs, the page is served on PORT (default: any, printed).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)

(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl aggregator-service -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
service="$home/aggregator-service/target"
classpath="$service/test-classes:$service/classes:$(cat "$service/bench-classpath.txt")"
java "-Xmx${CHIASM_BENCH_HEAP:-512m}" -cp "$classpath" \
  io.chiasm.aggregator.shell.study.LoadBench "${1:-30}" "${2:-0}"
