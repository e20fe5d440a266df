#!/usr/bin/env bash
# Runs every line of kubectl in docs/how-to and its runbooks, as it stands there, on a cluster whose nodes are kwok's: with a
# trial, with production and with Strimzi's kinds installed. A line must do what it says in one of them at least. What needs a
# kubelet or a metrics server (logs, port-forward, top) must get as far as asking it. Leaves nothing behind.
# The cluster is KUBECONFIG's, kubectl KUBECTL's or the path's. Exit code 1 if a line fails.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=deploy/kubernetes/cluster.sh
. ./cluster.sh
home=$(cd ../.. && pwd -P)

# What nodes of kwok do not have.
nobody='no preferred addresses found|error dialing backend|connect: connection refused|Metrics API not available|error upgrading connection|error: unable to upgrade'

# What pages have of kubectl, in blocks and in sentences: file, tab, line; without comments, and without what only filters or
# goes on beside. Your own overlay is nobody's here.
lines() {
  awk '
    function say(line) {
      sub(/ +#( .*)?$/, "", line); sub(/ &$/, "", line); sub(/ > ~\/[^ ]*$/, "", line)
      if (line !~ /(^|\| )kubectl (-n chiasm|apply) [^ ]+/ || line ~ /my-overlay|…/) return
      sub(/ \| (grep|tail) .*$/, "", line)
      print FILENAME "\t" line
    }
    function sentences(  i, n, part) {
      n = split(text, part, "`")
      for (i = 2; i <= n; i += 2) say(part[i])
      text = ""
    }
    FNR == 1 { sentences(); code = 0 }
    /^ *```/ { sentences(); code = !code; held = ""; next }
    code { line = held $0; held = "" }
    code && line ~ /\\$/ { held = substr(line, 1, length(line) - 1); next }
    code { say(line); next }
    { sub(/^ */, ""); text = text (text == "" ? "" : " ") $0 }
    END { sentences() }' "$@"
}

# The words as a shell takes them; POD is one that runs.
try() { # line
  local pod
  pod=$(k -n chiasm get pods -l app.kubernetes.io/component=encoder -o jsonpath='{.items[0].metadata.name}')
  (cd "$work/home" && timeout 60 bash -o pipefail -c "${1//POD/$pod}") > "$work/out" 2>&1
}

declare -A state
declare -A words
install() { # overlay
  local file line
  k apply -f "rendered/$1.yaml" > /dev/null
  rollout "$1"
  k -n chiasm set env deployment/chiasm-extractor deployment/chiasm-encoder deployment/chiasm-aggregator CHECKED=yes > /dev/null
  rollout "$1, changed"
  while IFS=$'\t' read -r file line; do
    [ "${state[$line]:-}" != yes ] || continue
    if try "$line"; then state[$line]=yes
    elif grep -qE "$nobody" "$work/out"; then state[$line]=-
    else
      state[$line]=${state[$line]:-NO}
      words[$line]="$(basename "$file"): $(tail -n 1 "$work/out")"
    fi
  done < "$work/lines"
  k delete -f "rendered/$1.yaml" --wait=true --timeout=120s > /dev/null 2>&1 || true
}

kwok_only
crds
mkdir "$work/bin" "$work/home"
ln -s "$home/deploy" "$work/home/deploy"
printf '#!/bin/sh\nexec "%s" --request-timeout=30s "$@"\n' "$(command -v "$kubectl")" > "$work/bin/kubectl"
chmod +x "$work/bin/kubectl"
export PATH="$work/bin:$PATH"
lines "$home"/docs/how-to/*.md "$home"/docs/how-to/runbooks/*.md > "$work/lines"
printf '[]\n' > "$work/home/tokens.yaml"
made+=(priorityclass/chiasm-aggregator priorityclass/chiasm-worker)
make namespace/chiasm < overlays/trial/namespace.yaml
node chiasm-check-0
volume chiasm-check-0 5Gi
volume chiasm-check-1 20Gi
./secrets.sh | k apply -f - > /dev/null
for overlay in trial production strimzi-oidc; do
  make namespace/chiasm < overlays/trial/namespace.yaml
  install "$overlay"
done
while IFS= read -r line; do
  row "$line" "${state[$line]}" "${words[$line]:-}"
done < <(cut -f2 "$work/lines" | sort -u)
exit "$failed"
