#!/usr/bin/env bash
# Times the report of a made study of the real size: 8 participants x 2 networks x 3 layers (and one
# control split) x 39,548 vertices, with all tables, figures and maps. The values are made, so the
# time to read them from a store is not in it.
#
#   bench/report/run.sh [SURFACE] [FOLDER]
#
# SURFACE: a folder with fsaverage's inflated surfaces; without it the maps are drawn on balls of as
# many vertices. FOLDER: where the results go (default: a temporary folder). Prints one line of JSON
# and the most memory that the process took; CHIASM_BENCH_HEAP sets Java's heap (default 1500m).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
surface=${1:-}
folder=${2:-$(mktemp -d)/results}

(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl report -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
module="$home/report/target"
classpath="$module/test-classes:$module/classes:$(cat "$module/bench-classpath.txt")"
java "-Xmx${CHIASM_BENCH_HEAP:-1500m}" -cp "$classpath" io.chiasm.report.writing.ReportBench \
  "$folder" "${CHIASM_BENCH_PARTICIPANTS:-8}" ${surface:+"$surface"}
echo "results: $folder"
