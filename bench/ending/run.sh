#!/usr/bin/env bash
# How long services outlive a launcher that was killed, on a busy machine: starts the embedded
# stack, then busy loops, kills the launcher (SIGKILL) and waits until no service of it is left.
# Prints one line per trial: what the stack did, busy loops, the load, milliseconds until the last
# service was gone.
#
#   bench/ending/run.sh [BUSY_LOOPS] [TRIALS]
#
# default: 15 busy loops, 3 trials of a stack that is up and of one whose services just begin.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
busy=${1:-15}
trials=${2:-3}
work=$(mktemp -d)
loops=()
services=
trap 'end_loops; for s in $services; do kill -KILL "$s" 2> /dev/null || true; done; rm -rf "$work"' EXIT

begin_loops() {
  for ((i = 0; i < busy; i++)); do
    (while :; do :; done) &
    loops+=($!)
  done
}

end_loops() {
  [ ${#loops[@]} = 0 ] || kill "${loops[@]}" 2> /dev/null || true
  wait "${loops[@]}" 2> /dev/null || true
  loops=()
}

# A process that ended and that nobody asked about counts as gone.
lives() {
  local state
  state=$(ps -o state= -p "$1" 2> /dev/null) && [ "${state# }" != Z ]
}

any_lives() {
  for s in $services; do
    ! lives "$s" || return 0
  done
  return 1
}

trial() { # up|starting
  rm -rf "$work/stack" "$work/out"
  "$home/chiasm" up --port 0 --work "$work/stack" > "$work/out" 2>&1 &
  launcher=$!
  if [ "$1" = up ]; then
    until grep -qs '^Chiasm is up' "$work/out"; do sleep 0.2; done
    begin_loops
    sleep 20
  else
    sleep 1
    begin_loops
  fi
  until [ "$(pgrep -c -P $launcher java || true)" -ge 3 ]; do sleep 0.05; done
  services=$(pgrep -P $launcher java | tr '\n' ' ')
  load=$(cut -d ' ' -f 1 /proc/loadavg)
  from=$(date +%s%3N)
  kill -KILL $launcher
  while any_lives; do sleep 0.02; done
  echo "$1 busy=$busy load=$load gone_ms=$(($(date +%s%3N) - from))"
  end_loops
  wait $launcher 2> /dev/null || true
}

for ((t = 0; t < trials; t++)); do
  trial up
  trial starting
done
