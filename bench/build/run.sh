#!/usr/bin/env bash
# What the inner loop takes: bench/build/run.sh [TIMES]. Works on a clone of what is committed, in a folder that
# is deleted afterwards, and prints seconds and processor seconds of each step, warm, and the load before it.
set -euo pipefail
times=${1:-3}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$root" "$work/chiasm"
cd "$work/chiasm"

build=(mvn -o -q -B -ntp -Dquick -pl deploy/local -am package)
tests=(mvn -o -q -B -ntp -am test -Dsurefire.failIfNoSpecifiedTests=false)

touch_source() { printf '\n' >> "$1"; }

# step NAME BEFORE COMMAND…: the least of some runs.
step() {
  local name=$1 before=$2 load best='' line
  shift 2
  load=$(cut -d' ' -f1 /proc/loadavg)
  for ((i = 0; i < times; i++)); do
    eval "$before"
    line=$( { TIMEFORMAT='%R %U %S'; time "$@" > "$work/log" 2>&1; } 2>&1 | tail -1 ) || { cat "$work/log" >&2; exit 1; }
    line=$(awk '{ printf "%.1f %.1f", $1, $2 + $3 }' <<< "$line")
    if [ -z "$best" ] || awk -v a="${line% *}" -v b="${best% *}" 'BEGIN { exit !(a < b) }'; then best=$line; fi
  done
  printf '%-46s %8s s %8s s %6s\n' "$name" ${best% *} ${best#* } "$load"
}

"${build[@]}" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
printf '%-46s %10s %10s %6s\n' step took processor load
step 'one test class of contracts, quick' : "${tests[@]}" -Dquick=tests -pl contracts -Dtest=NpyHeaderTest
step 'one test class of report, quick' : \
  "${tests[@]}" -Dquick=tests -pl report -Dtest=AxisTest
step 'the same, checked' : "${tests[@]}" -pl report -Dtest=AxisTest
step 'quick build, nothing changed' : "${build[@]}"
step 'quick build, a file of deploy/local changed' \
  'touch_source deploy/local/src/main/java/io/chiasm/local/cli/PlanText.java' "${build[@]}"
step 'quick build, a file of study changed' \
  'touch_source study/src/main/java/io/chiasm/study/plan/Planner.java' "${build[@]}"
