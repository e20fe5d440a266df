#!/usr/bin/env bash
# Prints new random secrets for overlays/trial: secrets.sh | kubectl apply -f -
#   chiasm-store     access-key, secret-key: of the S3 server and of the services
#   chiasm-access    tokens.yaml: who may ask the aggregator; hashes only
#   chiasm-operator  token: yours
#   chiasm-scaler    token: KEDA's, which may look and nothing else
# Run again it replaces them all: restart what uses them.
set -euo pipefail
namespace=${1:-chiasm}

random() { openssl rand -hex "$1"; }
hash() { printf %s "$1" | openssl dgst -sha256 -r | cut -d' ' -f1; }

secret() { # name, then key=value …
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata: {name: %s, namespace: %s}\ntype: Opaque\nstringData:\n' "$1" "$namespace"
  shift
  local pair
  for pair in "$@"; do printf '  %s: "%s"\n' "${pair%%=*}" "${pair#*=}"; done
}

operator=$(random 32)
scaler=$(random 32)
secret chiasm-store access-key="$(random 10)" secret-key="$(random 20)"
secret chiasm-operator token="$operator"
secret chiasm-scaler token="$scaler"
printf -- '---\napiVersion: v1\nkind: Secret\nmetadata: {name: chiasm-access, namespace: %s}\ntype: Opaque\nstringData:\n' "$namespace"
printf '  tokens.yaml: |\n    - {name: operator, role: operator, sha256: %s}\n    - {name: scaler, role: viewer, sha256: %s}\n' \
  "$(hash "$operator")" "$(hash "$scaler")"
