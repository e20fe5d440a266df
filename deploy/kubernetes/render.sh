#!/usr/bin/env bash
# Writes rendered/*.yaml, each overlay as one file for those without Kustomize, and before that
# components/monitoring/rule.yaml, the operator's copy of ../monitoring/alerts.yaml.
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

rule() {
  cat << R
# Written by render.sh from deploy/monitoring/alerts.yaml.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: chiasm
  labels: {app.kubernetes.io/part-of: chiasm}
spec:
R
  sed -n '/^groups:/,$ p' ../monitoring/alerts.yaml | sed 's/^./  &/'
}

rule > components/monitoring/rule.yaml

for overlay in overlays/*/; do
  name=$(basename "$overlay")
  build "$overlay" > "$to/$name.yaml"
done
