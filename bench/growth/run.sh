#!/usr/bin/env bash
# How time and memory grow with stimuli, vertices, layers, feature spaces, participants and photographs, each beside
# the law that it should follow. How a study takes to more workers is bench/scaling's.
#
#   bench/growth/run.sh [AXES…]     default: stimuli few vertices layers blends participants apart photographs
#                                   extracted report
#
# A process per size, which warms up on a small one. Prints its tables and writes them to RESULTS (default: results.md
# beside this script) with machine and load. THREADS (default: 1) are those of the encoder and the extractor: with one,
# processor seconds hardly depend on what else runs. About ten minutes on two idle cores. Needs Python (PYTHON, default
# python3), without packages.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
python=${PYTHON:-python3}
threads=${THREADS:-1}
results=${RESULTS:-$here/results.md}
[ $# -gt 0 ] || set -- stimuli few vertices layers blends participants apart photographs extracted report
command -v "$python" > /dev/null || { echo "bench/growth needs Python; PYTHON=... names one" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
points=$work/points.jsonl
: > "$points"

(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl encoding,extraction,report -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)

# classpath MODULE
classpath() { echo "$home/$1/target/test-classes:$home/$1/target/classes:$(cat "$home/$1/target/bench-classpath.txt")"; }

load() { cut -d' ' -f1-3 /proc/loadavg; }

# point AXIS SIZES JSON: keeps a line, SIZES being JSON without braces.
point() {
  echo "{\"axis\": \"$1\", $2, ${3#\{}" | tee -a "$points" >&2
}

# encode AXIS STIMULI VERTICES LAYERS BLENDS PARTICIPANTS [apart]
encode() {
  local line
  line=$(java -Xmx2g -XX:+UseSerialGC -cp "$(classpath encoding)" io.chiasm.encoding.bench.GrowthBench \
    "$2" "$3" "$4" "$5" "$6" "$threads" 1024 "${7:-together}" 2> "$work/log") || { cat "$work/log" >&2; exit 1; }
  point "$1" "\"stimuli\": $2, \"vertices\": $3, \"layers\": $4, \"blends\": $5, \"participants\": $6" "$line"
}

# extract AXIS PHOTOGRAPHS LAYERS
extract() {
  local line
  mkdir "$work/extraction"
  # By environment: ONNX Runtime dies of a command line of some thousand characters.
  line=$(CLASSPATH=$(classpath extraction) java -Xmx512m -XX:+UseSerialGC io.chiasm.extraction.bench.ExtractionGrowthBench \
    "$2" "$3" "$threads" "$work/extraction" 2> "$work/log") || { cat "$work/log" >&2; exit 1; }
  rm -r "$work/extraction"
  point "$1" "\"photographs\": $2, \"layers\": $3" "$line"
}

# report PARTICIPANTS: whole processes, so that what a report takes to begin is in them.
report() {
  local line
  line=$(java -Xmx1500m -cp "$(classpath report)" io.chiasm.report.writing.ReportBench "$work/report" "$1" 2> "$work/log") \
    || { cat "$work/log" >&2; exit 1; }
  rm -r "$work/report"
  point report "\"participants\": $1" "$("$python" "$here/report_line.py" "$line")"
}

measure() {
  case $1 in
    stimuli) for n in 200 400 800 1600; do encode stimuli "$n" 4000 1 0 1; done ;;
    few) for n in 200 400 800 1600; do encode 'stimuli, 100 vertices' "$n" 100 1 0 1; done ;;
    vertices) for v in 2500 5000 10000 20000 40000; do encode vertices 400 "$v" 1 0 1; done ;;
    layers) for l in 1 2 4 8; do encode layers 400 4000 "$l" 0 1; done ;;
    blends) for b in 0 3 9 21; do encode blends 400 4000 1 "$b" 1; done ;;
    participants) for p in 1 2 4 8; do encode participants 400 4000 1 0 "$p"; done ;;
    apart) for p in 1 2 4 8; do encode 'participants apart' 400 4000 1 0 "$p" apart; done ;;
    photographs) for p in 64 128 256 512; do extract photographs "$p" 3; done ;;
    extracted) for l in 1 2 4 8; do extract 'extracted layers' 128 "$l"; done ;;
    report) for p in 1 2 4 8; do report "$p"; done ;;
    *) echo "no axis $1" >&2 && exit 2 ;;
  esac
}

before=$(load)
for axis in "$@"; do
  echo "$axis, load $(load)" | tee -a "$work/loads" >&2
  measure "$axis"
done

{
  echo "# How Chiasm grows"
  echo
  echo "Written by \`bench/growth/run.sh\`; [how to read it](README.md)."
  echo
  "$python" "$here/../machine.py" | sed 's/^/- /'
  echo "- threads: $threads, load before: $before, after: $(load); per axis: $(sed 's/, load//' "$work/loads" | paste -sd ';' | sed 's/;/; /g')"
  "$python" "$here/table.py" "$points"
} > "$work/results.md"
cp "$work/results.md" "$results"
cat "$results"
