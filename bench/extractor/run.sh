#!/usr/bin/env bash
# Images per second and peak memory, stored PNG to stored activations: EfficientNet-B0 with three
# layers, beside ONNX Runtime alone on decoded input, in large batches and in Chiasm's own, and beside
# PyTorch eager, on the same cores.
#
#   bench/extractor/run.sh IMAGES [BATCH] [THREADS] [REPEATS]     default: 32, all processors, 2
#
# BATCH is that of the peers; Chiasm and the peer that runs ONNX Runtime as Chiasm does take Chiasm's.
# IMAGES is a folder of PNG files; made if it does not exist. Python with torch, torchvision and
# Pillow is optional: PYTHON names it (default python3). The peers run in turn, REPEATS times, each
# with one round to warm up and 2 that count; the best round of each is compared.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
images=${1:?folder of PNG files}
batch=${2:-32}
threads=${3:-$(nproc)}
repeats=${4:-2}
python=${PYTHON:-python3}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mkdir "$out/activations"

(cd "$home" && mvn -q -B -ntp -Dquick=tests -DskipTests -pl extraction -am test-compile \
  dependency:build-classpath -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test)
module="$home/extraction/target"
classpath="$module/test-classes:$module/classes:$(cat "$module/bench-classpath.txt")"
java_bench() {
  # By environment: ONNX Runtime dies of a command line of some thousand characters.
  CLASSPATH=$classpath java -Xmx512m -XX:+UseSerialGC io.chiasm.extraction.bench.ExtractorBench \
    "$1" "$images" "$out/activations" "$threads" "$batch" 2
}

[ -e "$images" ] || "$python" "$here/bench.py" make "$images" 256
for ((i = 0; i < repeats; i++)); do
  java_bench chiasm | tee -a "$out/lines.jsonl"
  java_bench bare | tee -a "$out/lines.jsonl"
  java_bench side | tee -a "$out/lines.jsonl"
  if "$python" -c 'import torch, torchvision' 2> /dev/null; then
    "$python" "$here/bench.py" torch "$images" "$out" "$threads" "$batch" 2 \
      | tee -a "$out/lines.jsonl"
  fi
done
if command -v "$python" > /dev/null; then
  "$python" "$here/bench.py" ratios "$out/lines.jsonl"
fi
