#!/usr/bin/env bash
# Runs the encoder with a participant's own 9,841 stimuli within 8 GiB: peak memory and time.
#
#   bench/encoder/large.sh [STIMULI] [VERTICES] [CHANNELS] [THREADS] [MEMORY_MIB] [HEAP_MIB]
#
# Default: 9841 19774 1280 2 3072 4096: one hemisphere, features of 1280 x 7 x 7, one outer fold of
# ten, full model, ridge with two alphas. The features pass through a scratch file in TMPDIR.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/classpath.sh"
java "-Xmx${6:-4096}m" -XX:+UseSerialGC "-Djava.io.tmpdir=${TMPDIR:-/tmp}" -cp "$classpath" \
  io.chiasm.encoding.bench.LargeBench "${1:-9841}" "${2:-19774}" "${3:-1280}" "${4:-2}" "${5:-3072}"
