#!/usr/bin/env bash
# Writes rendered/*.yaml: what the chart makes of each file of values/. Tests compare it with the overlays.
# With helm 3.14 or later (HELM=… names one); render.sh DIR writes elsewhere.
set -euo pipefail
cd "$(dirname "$0")"
to=${1:-rendered}
part=$(mktemp)
trap 'rm -f "$part"' EXIT
for values in values/*.yaml; do
  # helm tells of each link that it follows.
  "${HELM:-helm}" template chiasm chiasm --namespace chiasm --values "$values" \
    2> >(grep -v 'found symbolic link' >&2) > "$part"
  cat "$part" > "$to/$(basename "$values")"
done
