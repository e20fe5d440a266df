#!/usr/bin/env bash
# Writes rendered/*.yaml, each overlay as one file for those without Kustomize.
# With kustomize, or kubectl 1.27 or later (KUBECTL=… names one); render.sh DIR writes elsewhere.
set -euo pipefail
cd "$(dirname "$0")"
to=${1:-rendered}

build() {
  if [ -z "${KUBECTL:-}" ] && command -v kustomize > /dev/null; then
    kustomize build "$1"
  else
    "${KUBECTL:-kubectl}" kustomize "$1"
  fi
}

for overlay in overlays/*/; do
  name=$(basename "$overlay")
  build "$overlay" > "$to/$name.yaml"
done
