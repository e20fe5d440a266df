#!/usr/bin/env bash
# Coverage-guided fuzzing of the readers of bytes that come from outside, with Jazzer.
#
#   fuzz/run.sh                    each target for 10 minutes
#   fuzz/run.sh TARGET [SECONDS]   one of them
#   fuzz/run.sh --list             their names
#   fuzz/run.sh --compiled …       what was built before, as it is
#
# What it grows lies in fuzz/target/corpus/TARGET and is used again; what it finds, in
# fuzz/target/found/TARGET. Ends with 1 if anything was found. A finding is kept as a file in
# fuzz/src/test/resources/kept/TARGET once it is mended; the ordinary build tries all of these.
set -euo pipefail
cd "$(dirname "$0")"

heap=${FUZZ_HEAP:-512m}
slowest=${FUZZ_SLOWEST:-25}

build=yes
if [ "${1:-}" = --compiled ]; then
  build=
  shift
fi
if [ -n "$build" ]; then
  (cd .. && mvn -q -B -Pfuzz -pl fuzz -am -DskipTests test-compile)
fi
classes=target/test-classes:$(cat target/dependencies.txt)

list() { java -cp "$classes" io.chiasm.fuzz.KeptInputs --list; }

fuzz() {
  local target=$1 seconds=$2 corpus=target/corpus/$1 found=target/found/$1
  rm -rf "$found"
  mkdir -p "$corpus" "$found"
  java -cp "$classes" io.chiasm.fuzz.KeptInputs "$target" "$corpus"
  echo "$target: $seconds s"
  # Paths in study files are the user's to choose; the server's own rule about them is tested elsewhere.
  java "-Xmx$heap" -XX:+UseSerialGC -Djava.awt.headless=true -cp "$classes" com.code_intelligence.jazzer.Jazzer \
    --target_class=io.chiasm.fuzz.Hostile "--target_args=$target" \
    "--instrumentation_includes=io.chiasm.**:org.snakeyaml.**:org.apache.commons.csv.**:com.google.gson.**:io.cloudevents.**" \
    "--custom_hook_includes=io.chiasm.**" "--custom_hook_excludes=io.chiasm.fuzz.**" \
    --disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal \
    "--keep_going=${FUZZ_KEEP_GOING:-1}" "--reproducer_path=target/found" \
    "$corpus" "-artifact_prefix=$found/" "-max_total_time=$seconds" "-timeout=$slowest" \
    "-report_slow_units=$slowest" -rss_limit_mb=0 -max_len=65536 -print_final_stats=1 > "target/found/$target.log" 2>&1 || true
  if [ -n "$(ls "$found")" ] || ! grep -q 'Done .* runs' "target/found/$target.log"; then
    grep -a -E -A6 '^== Java Exception|ALARM|^Error' "target/found/$target.log" | head -40
    echo "$target: found something; see fuzz/target/found/$target.log"
    return 1
  fi
  grep -E 'number_of_executed_units|average_exec_per_sec|new_units_added' "target/found/$target.log" | tr '\n' ' '
  echo
}

status=0
case ${1:-} in
  --list) list ;;
  '') for target in $(list); do fuzz "$target" 600 || status=1; done ;;
  *) fuzz "$1" "${2:-600}" || status=1 ;;
esac
exit $status
