#!/usr/bin/env bash
# Times the encoder beside numpy and scikit-learn on a made participant of the real size.
#
#   bench/encoder/run.sh [FOLDS] [THREADS]     default: 2 of the 10 outer folds, 2 threads
#
# Needs Python with numpy, which makes the data and is a peer: PYTHON names it (default python3).
# scikit-learn is timed where it is installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folds=${1:-2}
threads=${2:-2}
python=${PYTHON:-python3}
data=${CHIASM_BENCH_DATA:-$(mktemp -d)/participant}
export OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads MKL_NUM_THREADS=$threads

source "$here/classpath.sh"
chiasm() {
  java -Xmx1200m -XX:+UseSerialGC -cp "$classpath" io.chiasm.encoding.bench.EncoderBench \
    "$data" "$threads" 1024 "$1"
}

[ -e "$data/folds.npy" ] || "$python" "$here/bench.py" make "$data" "$folds"
chiasm plain | tee "$data/times.jsonl"
chiasm banded | tee -a "$data/times.jsonl"
"$python" "$here/bench.py" numpy "$data" | tee -a "$data/times.jsonl"
"$python" "$here/bench.py" compare "$data"
if "$python" -c 'import sklearn' 2> /dev/null; then
  "$python" "$here/bench.py" sklearn "$data" | tee -a "$data/times.jsonl"
fi
"$python" "$here/bench.py" ratios "$data"
