#!/usr/bin/env bash
# Times participants who saw the same stimuli: their Gram matrices are formed once.
#
#   bench/encoder/study.sh [PARTICIPANTS] [THREADS] [apart]     default: 8 participants, 2 threads
#
# With 'apart' they share nothing but the Gram matrices, as where the memory does not hold more: a fold's three
# models take 0.25 GiB. Made data, one of ten outer folds; needs Python with numpy (PYTHON names it, default python3).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=${CHIASM_BENCH_DATA:-$(mktemp -d)/participant}
source "$here/classpath.sh"
[ -e "$data/folds.npy" ] || "${PYTHON:-python3}" "$here/make.py" "$data" 1
java -Xmx1200m -XX:+UseSerialGC -cp "$classpath" io.chiasm.encoding.bench.EncoderBench \
  "$data" "${2:-2}" 1024 plain "${1:-8}" "${3:-together}"
