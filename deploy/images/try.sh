#!/usr/bin/env bash
# try.sh [FOLDER]: runs the images of a folder (deploy/images/target/images) under podman, as locked
# up as a cluster would, first without broker and store, then through a whole study on those of
# './chiasm up'. Each has the heap of deploy/kubernetes/base, and the memory that it took is held against that limit.
# Needs root, podman and crun; prints what it measured and fails if anything is wrong.
# CHIASM_TRY_DATA are options of './chiasm simulate', such as '--stimuli 872' for a study of another size.
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd -P)
images=$(cd "${1:-$home/deploy/images/target/images}" && pwd -P)
port=${CHIASM_TRY_PORT:-18080}

die() { printf 'try.sh: %s\n' "$*" >&2; exit 1; }

# --- crun takes no mixed layout of control groups: an empty one, for this script alone.
if [ -z "${CHIASM_TRY_INSIDE:-}" ] && [ "$(stat -f -c %T /sys/fs/cgroup)" != cgroup2fs ]; then
  CHIASM_TRY_INSIDE=yes exec unshare -m --propagation private "$0" "$images"
fi
if [ -n "${CHIASM_TRY_INSIDE:-}" ]; then
  umount -R /sys/fs/cgroup 2> /dev/null || true
  mount -t tmpfs tmpfs /sys/fs/cgroup
fi

work=$(mktemp -d)
chmod 755 "$work"
up=
stopped=
finish() {
  local code=$?
  if [ "$code" != 0 ]; then
    for service in extractor encoder aggregator; do
      podman logs "try-$service" 2> /dev/null | tail -n 20 | sed "s/^/$service: /" >&2 || true
    done
  fi
  for service in extractor encoder aggregator; do
    podman rm -f -i -t 1 "try-$service" > /dev/null 2>&1 || true
  done
  # shellcheck disable=SC2086 # process ids are words
  [ -z "$stopped" ] || kill -CONT $stopped 2> /dev/null || true
  if [ -n "$up" ]; then
    kill "$up" 2> /dev/null || true
    wait "$up" 2> /dev/null || true
  fi
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

declare -A ports=([aggregator]=$port [extractor]=$((port + 1)) [encoder]=$((port + 2)))
declare -A sizes=([aggregator]=512m [extractor]=512m [encoder]=2g)
declare -A names

# From the manifests: options of the virtual machine, and the limit of memory in MiB.
manifest() { printf '%s/deploy/kubernetes/base/%s/deployment.yaml' "$home" "$1"; }
heap() { sed -n 's/.*{name: JAVA_TOOL_OPTIONS, value: \(.*\)}/\1/p' "$(manifest "$1")"; }
limit() {
  sed -n 's/.*limits: {.*memory: \([0-9]*[MG]\)i.*/\1/p' "$(manifest "$1")" | sed 's/M//; s/G/ 1024/' |
    awk '{ print $1 * (NF > 1 ? $2 : 1) }'
}

# More than podman itself may have cannot be given; its default is more.
files=$(ulimit -Hn)
[ "$files" != unlimited ] || files=65536

seconds() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(seconds)" 'BEGIN { printf "%.1f", b - a }'; }
answer() { curl -s -o /dev/null -m 2 -w '%{http_code}' "http://127.0.0.1:${ports[$1]}/q/health/$2" || true; }

# until SERVICE PROBE CODE: waits for an answer, at most three minutes.
until_answers() {
  local end=$((SECONDS + 180))
  until [ "$(answer "$1" "$2")" = "$3" ]; do
    [ "$(podman inspect -f '{{.State.Running}}' "try-$1")" = true ] || die "the $1 ended"
    [ $SECONDS -lt $end ] || die "the $1 does not answer $2 with $3"
    sleep 0.1
  done
}

# start SERVICE OPTION…
start() {
  local service=$1
  shift
  podman run -d --name "try-$service" --cgroups=disabled --network host \
    --ulimit nofile="$files:$files" --ulimit nproc=4096:4096 \
    --read-only --cap-drop=all --security-opt no-new-privileges --user 65532:65532 \
    --tmpfs "/tmp:rw,exec,nosuid,nodev,size=${sizes[$service]},mode=1777" --read-only-tmpfs=false \
    -e QUARKUS_HTTP_HOST=127.0.0.1 -e QUARKUS_HTTP_PORT="${ports[$service]}" \
    -e JAVA_TOOL_OPTIONS="${CHIASM_TRY_JAVA:-$(heap "$service")}" "$@" "${names[$service]}" > /dev/null
}

# --- Images.
for service in extractor encoder aggregator; do
  archive=$(ls "$images/chiasm-$service-"*.tar)
  loaded=$(podman load -q -i "$archive")
  names[$service]=${loaded##*Loaded image: }
  printf '%-10s archive %s MB, unpacked %s\n' "$service" "$(($(stat -c %s "$archive") / 1000000))" \
    "$(podman images --format '{{.Size}}' "${names[$service]}")"
  tar -tvf "$archive" | awk '/\.tar\.gz$/ { printf "           layer %.1f MB\n", $3 / 1e6 }'
done

for service in extractor encoder aggregator; do
  podman rm -f -i -t 1 "try-$service" > /dev/null
done

# --- Without broker and store: alive, not ready, gone when asked to.
for service in extractor encoder aggregator; do
  began=$(seconds)
  start "$service" -e CHIASM_KAFKA=127.0.0.1:1 -e CHIASM_STORE_ENDPOINT=http://127.0.0.1:1 \
    -e CHIASM_STORE_ACCESS_KEY=none -e CHIASM_STORE_SECRET_KEY=none-at-all
  until_answers "$service" live 200
  alive=$(since "$began")
  until_answers "$service" ready 503
  began=$(seconds)
  podman kill -s TERM "try-$service" > /dev/null
  code=$(podman wait "try-$service")
  printf '%-10s alone: alive after %s s, readiness 503, ended %s s after SIGTERM with %s\n' \
    "$service" "$alive" "$(since "$began")" "$code"
  [ "$code" = 143 ] || [ "$code" = 0 ] || die "the $service exited with $code"
  podman rm "try-$service" > /dev/null
done

# --- Broker and store; the services beside them are halted, so that only containers work.
# shellcheck disable=SC2086 # options are words
"$home/chiasm" simulate ${CHIASM_TRY_DATA:-} -o "$work/data" > /dev/null
"$home/chiasm" up --port 0 --work "$work/stack" > "$work/up.log" 2>&1 &
up=$!
until grep -q '^Ctrl-C ends it' "$work/up.log"; do
  kill -0 "$up" 2> /dev/null || { cat "$work/up.log" >&2; die "./chiasm up ended"; }
  sleep 0.5
done
stopped=$(awk '$1 ~ /^(extractor|encoder|aggregator)$/ { print $2 }' "$work/up.log" | tr '\n' ' ')
# shellcheck disable=SC2086 # process ids are words
kill -STOP $stopped
grep -E '^(CHIASM_KAFKA|CHIASM_STORE_[A-Z_]*)=' "$work/stack/worker.env" | tr -d "'\"" > "$work/env"

for service in aggregator extractor encoder; do
  began=$(seconds)
  start "$service" --env-file "$work/env"
  until_answers "$service" ready 200
  printf '%-10s ready after %s s\n' "$service" "$(since "$began")"
done

# --- A study, from outside.
server=http://127.0.0.1:${ports[aggregator]}
study_file=$(ls "$work"/data/*.yaml)
began=$(seconds)
study=$("$home/chiasm" submit "$study_file" --upload --server "$server")
until "$home/chiasm" status "$study" --server "$server" > "$work/status" &&
  grep -qE ': (completed|failed|cancelled)' "$work/status"; do
  [ "${SECONDS}" -lt 3600 ] || die "the study does not end: $(cat "$work/status")"
  sleep 1
done
took=$(since "$began")
grep -q ': completed' "$work/status" || { cat "$work/status" >&2; die "the study did not complete"; }
"$home/chiasm" report "$study" --server "$server" -o "$work/results" > /dev/null
[ -s "$work/results/report.html" ] || die "there is no report"
figures=$(find "$work/results/figures" -name '*.png' | wc -l)
[ "$figures" -gt 0 ] || die "there are no figures"
printf 'study      completed in %s s: %s rows of scores, %s figures\n' "$took" \
  "$(($(wc -l < "$work/results/tables/scores.csv") - 1))" "$figures"

# --- What they took, and that they end.
for service in extractor encoder aggregator; do
  pid=$(podman inspect -f '{{.State.Pid}}' "try-$service")
  most=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status")
  allowed=$(limit "$service")
  privileges=$(awk '/^(Uid|CapEff|NoNewPrivs)/ { printf "%s %s ", $1, $2 }' "/proc/$pid/status")
  scratch=$(stat -f -c '%b %f %S' "/proc/$pid/root/tmp" | awk '{ print int(($1 - $2) * $3 / 1048576) }')
  if touch "/proc/$pid/root/opt/chiasm/written" 2> /dev/null; then die "the root can be written"; fi
  began=$(seconds)
  podman kill -s TERM "try-$service" > /dev/null
  code=$(podman wait "try-$service")
  printf '%-10s at most %s MiB resident of %s, %s MiB in /tmp; %sended %s s after SIGTERM with %s\n' \
    "$service" "$most" "$allowed" "$scratch" "$privileges" "$(since "$began")" "$code"
  [ "$most" -lt "$allowed" ] || die "the $service needs more memory than its limit"
  [ "$code" = 143 ] || [ "$code" = 0 ] || die "the $service exited with $code"
done
