#!/usr/bin/env bash
# Times the encoder beside numpy, himalaya and scikit-learn on a made participant of the real size.
#
#   bench/encoder/run.sh [FOLDS] [THREADS]     default: 1 of the 10 outer folds, 2 threads
#
# The same work for all: 3 layers x full, contralateral, ipsilateral, 11 penalties chosen per vertex in the same
# 5 inner folds. In alternation, ROUNDS rounds (default 3). PEERS says who takes part, and in how many of the last rounds if not in all
# (default: "chiasm numpy himalaya-numpy himalaya-torch sklearn:1"); there are also himalaya-torch32, in float32, and
# banded, Chiasm with five more feature spaces. Whoever is not installed is left out.
# LAYERS (default: "early middle late") and VERTICES (default: 39548) are those that all of them do, for less time.
#
# Needs Python with numpy: PYTHON names it (default python3). For all peers, in a virtual environment:
#   pip install numpy scikit-learn torch himalaya==0.4.11 packaging
# On a busy machine take 1 thread and compare processor seconds: the peers' threads spin while they wait for each other,
# which counts as work. CHIASM_BENCH_DATA keeps data, scores and times.jsonl.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folds=${1:-1}
threads=${2:-2}
rounds=${ROUNDS:-3}
python=${PYTHON:-python3}
peers=${PEERS:-chiasm numpy himalaya-numpy himalaya-torch sklearn:1}
data=${CHIASM_BENCH_DATA:-$(mktemp -d)/participant}
export OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads MKL_NUM_THREADS=$threads
export LAYERS=${LAYERS:-early middle late} VERTICES=${VERTICES:-39548}
# Each takes the kernels that it finds best.
unset OPENBLAS_CORETYPE OPENBLAS_L2_SIZE

[ -e "$data/folds.npy" ] || "$python" "$here/make.py" "$data" "$folds"
source "$here/classpath.sh"

chiasm() {
  java -Xmx1200m -XX:+UseSerialGC -cp "$classpath" io.chiasm.encoding.bench.EncoderBench \
    "$data" "$threads" 1024 "$1"
}

# Whether a peer's libraries are there.
installed() {
  case $1 in
    chiasm | banded | numpy) ;;
    himalaya-numpy) "$python" -c 'import himalaya' ;;
    himalaya-torch*) "$python" -c 'import himalaya, torch' ;;
    sklearn) "$python" -c 'import sklearn' ;;
    *) return 1 ;;
  esac
}

run() {
  case $1 in
    chiasm) chiasm plain ;;
    banded) chiasm banded ;;
    *) "$python" "$here/peer.py" "$1" "$data" ;;
  esac
}

load() { cut -d' ' -f1-3 /proc/loadavg; }

present=()
for peer in $peers; do
  if installed "${peer%:*}" 2> /dev/null; then present+=("$peer"); else echo "left out, unknown or not installed: $peer"; fi
done
echo "1 participant, $VERTICES vertices, 872 stimuli; outer folds: $folds of 10, layers: $LAYERS, $threads threads"
"$python" "$here/../machine.py" numpy scipy scikit-learn torch himalaya
: > "$data/times.jsonl"
rm -f "$data"/*_{full,contra,ipsi}.npy
for ((round = 1; round <= rounds; round++)); do
  echo "round $round, load $(load) before"
  for peer in "${present[@]}"; do
    most=${peer#*:}
    [ "$most" != "$peer" ] || most=$rounds
    [ "$round" -le $((rounds - most)) ] || run "${peer%:*}" | tee -a "$data/times.jsonl"
  done
  echo "round $round, load $(load) after"
done
"$python" "$here/rounds.py" "$data/times.jsonl"
"$python" "$here/agreement.py" "$data"
