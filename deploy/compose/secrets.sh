#!/usr/bin/env bash
# Makes what compose.yaml needs beside it, and changes nothing that is there:
#   secrets/   the store's keys, tokens.yaml (hashes), the operator's token, Grafana's password; all at random
#   data/      broker, store, weights, scratch, data sets, metrics
#   .env       who runs the containers, and which of them
# secrets.sh DIR makes them elsewhere.
set -euo pipefail
umask 077
cd "${1:-$(dirname "$0")}"

random() { openssl rand -hex "$1"; }
file() { # name, text on standard input
  if [ -e "$1" ]; then cat > /dev/null; else cat > "$1.part"; mv "$1.part" "$1"; fi
}

mkdir -p secrets/access secrets/services
mkdir -p data/{kafka,store,weights,scratch,datasets,prometheus,grafana}
random 10 | file secrets/store-access-key
random 20 | file secrets/store-secret-key
random 16 | file secrets/grafana-password
random 32 | file secrets/operator.token
hash=$(tr -d '\n' < secrets/operator.token | openssl dgst -sha256 -r | cut -d' ' -f1)
printf -- '- {name: operator, role: operator, sha256: %s}\n' "$hash" | file secrets/access/tokens.yaml

# Nobody's containers, where root would run them.
who=$(id -u):$(id -g)
if [ "$(id -u)" = 0 ]; then
  who=65532:65532
  chown -R "$who" secrets data
fi
file .env << ENV
CHIASM_USER=$who
COMPOSE_PROFILES=kafka,s3
# Beside them: monitoring (Prometheus and Grafana).
# CHIASM_ADDRESS=127.0.0.1    where ports are published; others reach it through a proxy with TLS
# CHIASM_PORT=8080
# CHIASM_IMAGES=registry.example/lab/    what stands before the names of images
# CHIASM_DATA_FOLDER=./data/datasets     what studies may name as /data/…
ENV
