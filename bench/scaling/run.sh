#!/usr/bin/env bash
# How a study scales: runs one study with 1, 2 and 4 extractors and as many encoders on the embedded
# stack, holds the runs against a simulation that knows only the costs of one worker's tasks, and then
# simulates larger clusters: up to 33 networks over 73,000 photographs and 8 participants.
#
#   bench/scaling/run.sh [PHOTOGRAPHS] [NETWORKS] [WORKERS…]     default: 480 3 1 2 4
#
# A worker has one thread here, so that as many workers as there are processors do not disturb each
# other; where there are more workers than processors, the simulation shares these out. Nothing else
# should run meanwhile. Prints what it finds; CHIASM_BENCH_DATA keeps data, logs and tasks.csv.
# WORKERS of 0 leave the measurement out.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
photographs=${1:-480}
networks=${2:-3}
[ $# -gt 2 ] && shift 2 || set -- 1 2 4
out=${CHIASM_BENCH_DATA:-$(mktemp -d)}
mkdir -p "$out/classes"
javac -d "$out/classes" "$here"/*.java
simulate() { java -cp "$out/classes" Main "$@"; }

simulate check
if [ "$1" != 0 ]; then
  echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg) before"
  export CHIASM_EXTRACTOR_THREADS=1 CHIASM_ENCODER_THREADS=1
  [ -e "$out/data" ] || "$home/chiasm" simulate -o "$out/data" --participants 4 \
    --stimuli "$photographs" --vertices 400 > /dev/null
  cat > "$out/study.yaml" <<S
study: scaling
dataset: {algonauts: $out/data, noise_ceiling: none}
networks:
- {name: made, architecture: efficientnet_b0, weights: untrained, seeds: [$(seq -s, 0 $((networks - 1)))]}
layers: {early: features.2, middle: features.5, late: features.8}
encoding: {regression: ridge, gammas: []}
S
  for workers in "$@"; do
    mkdir -p "$out/$workers"
    "$home/chiasm" run "$out/study.yaml" -o "$out/$workers/results" --work "$out/$workers/stack" \
      --extractors "$workers" --encoders "$workers" --progress none > "$out/$workers/output" 2>&1
    cp "$out/$workers"/stack/logs/*.log "$out/$workers"
    rm -rf "$out/$workers/stack" "$out/$workers/results"
  done
  simulate measured "$(nproc)" "$networks" 3 "${@/#/$out/}"
  echo "load $(cut -d' ' -f1 /proc/loadavg) after"
fi

# 3 layers, 8 participants of 19,774 vertices a hemisphere, ridge, ten folds. Seconds of a task on two
# processors of its own: by README's table for a small network and 872 photographs that all saw; ten
# times that for a large network; by the costs of `chiasm plan` for a participant's own 9,841.
simulate large "one small network" 1 872 3 16 0.22 4 35
simulate large "small networks" 33 872 3 16 0.22 4 35
simulate large "large networks" 33 872 3 16 2.2 4 35
simulate large "small networks, everybody's own photographs" 33 73000 24 2 0.22 210 9700
