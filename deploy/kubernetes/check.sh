#!/usr/bin/env bash
# Asks an API server what it thinks of the manifests.
#   check.sh           server-side strict dry run of all overlays; leaves nothing behind
#   check.sh --kwok    besides, on a cluster whose nodes are kwok's: operators' kinds without their checks,
#                      rollouts, Pod Security, quota, disruption budgets, updates, a drain
# The cluster is KUBECONFIG's, kubectl KUBECTL's or the path's. Exit code 1 if anything is not as it must be.
set -euo pipefail
cd "$(dirname "$0")"
kwok=false
case ${1:-} in
  --kwok) kwok=true ;;
  '') ;;
  *) sed -n '2,6p' "$0" >&2; exit 2 ;;
esac
# shellcheck source=deploy/kubernetes/cluster.sh
. ./cluster.sh

split() { # overlay
  mkdir -p "$work/$1"
  awk -v to="$work/$1" '/^---$/ {n++; next} {printf "%s\n", $0 > sprintf("%s/%03d.yaml", to, n)}' "rendered/$1.yaml"
}

kind() { awk '/^apiVersion:/ {a = $2} /^kind:/ {print a, $2; exit}' "$1"; }
name() { awk '/^metadata:/ {m = 1} m && /^  name:/ {print $2; exit}' "$1"; }

dry_run() { # overlay
  local file what taken=0 skipped=() refused=0
  split "$1"
  for file in "$work/$1"/*.yaml; do
    what=$(kind "$file")
    if ! grep -qxF "$what" "$work/kinds"; then
      skipped+=("${what#* }/$(name "$file")")
    elif k apply --server-side --force-conflicts --field-manager=chiasm-check --dry-run=server --validate=strict \
      -f "$file" > /dev/null 2> "$work/error"; then
      taken=$((taken + 1))
    else
      refused=$((refused + 1))
      row "dry run: $1" NO "$(name "$file"): $(tr '\n' ' ' < "$work/error")"
    fi
  done
  if [ "$refused" = 0 ]; then row "dry run: $1" yes "$taken objects taken"; fi
  if [ ${#skipped[@]} -gt 0 ]; then
    row "dry run: $1, kinds unknown here" - "not checked: ${skipped[*]}"
  fi
}

# What Pod Security says of a pod that asks for more than it needs.
loose() {
  if k -n chiasm run loose --image=loose:1 > /dev/null 2> "$work/error"; then
    k -n chiasm delete pod loose --force > /dev/null 2>&1
    row "a loose pod is refused" NO
  else
    row "a loose pod is refused" yes "$(grep -o 'violates PodSecurity "[^"]*"' "$work/error" | head -1)"
  fi
}

ready() { # component
  k -n chiasm get pods -l "app.kubernetes.io/component=$1" \
    -o jsonpath='{range .items[?(@.status.phase=="Running")]}{.metadata.deletionTimestamp}x{"\n"}{end}' | grep -cx x || true
}

available() { k -n chiasm get "deployment/$1" -o jsonpath='{.status.availableReplicas}'; }

update() { # component replicas
  local least=99 most=0 now
  k -n chiasm scale "deployment/chiasm-$1" --replicas="$2" > /dev/null
  k -n chiasm rollout status "deployment/chiasm-$1" --timeout=120s > /dev/null
  k -n chiasm set env "deployment/chiasm-$1" "CHECKED=$(date +%s)" > /dev/null
  k -n chiasm rollout status "deployment/chiasm-$1" --timeout=120s > /dev/null &
  while kill -0 $! 2> /dev/null; do
    now=$(available "chiasm-$1")
    if [ "${now:-0}" -lt "$least" ]; then least=${now:-0}; fi
    now=$(ready "$1")
    if [ "$now" -gt "$most" ]; then most=$now; fi
  done
  if [ "$1" = aggregator ]; then
    if [ "$most" -le 1 ]; then row "update of the aggregator: never two" yes "at most $most at once"
    else row "update of the aggregator: never two" NO "$most at once"; fi
  elif [ "$least" -ge "$2" ]; then row "update of the $1: no gap" yes "never below $least of $2"
  else row "update of the $1: no gap" NO "$least of $2"; fi
}

# What is evicted finds no node, so that no more may go.
evictions() { # component
  local pod allowed=0 refused=0
  k cordon chiasm-check-0 chiasm-check-1 > /dev/null
  for pod in $(k -n chiasm get pods -l "app.kubernetes.io/component=$1" -o jsonpath='{.items[*].metadata.name}'); do
    if printf '{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"%s","namespace":"chiasm"}}' "$pod" |
      k create --raw "/api/v1/namespaces/chiasm/pods/$pod/eviction" -f - > /dev/null 2>&1; then
      allowed=$((allowed + 1))
    else
      refused=$((refused + 1))
    fi
  done
  k uncordon chiasm-check-0 chiasm-check-1 > /dev/null
  k -n chiasm rollout status "deployment/chiasm-$1" --timeout=60s > /dev/null
  if [ "$allowed" = 1 ] && [ "$refused" -gt 0 ]; then
    row "disruption budget of the $1" yes "1 of $((allowed + refused)) evicted, the others held"
  else
    row "disruption budget of the $1" NO "$allowed allowed, $refused refused"
  fi
}

drain() { # node
  if k drain "$1" --ignore-daemonsets --delete-emptydir-data --force --timeout=120s > /dev/null 2> "$work/error"; then
    row "a drain ends" yes "$(grep -c 'violate the pod.s disruption budget' "$work/error" || true) times held up by a budget"
  else
    row "a drain ends" NO "$(tail -1 "$work/error")"
  fi
  k uncordon "$1" > /dev/null
}

quota() {
  local pods
  k -n chiasm scale deployment/chiasm-extractor --replicas=60 > /dev/null
  for _ in $(seq 20); do
    if k -n chiasm get deployment/chiasm-extractor -o jsonpath='{.status.conditions[?(@.type=="ReplicaFailure")].message}' |
      grep -q 'exceeded quota'; then
      break
    fi
    sleep 0.5
  done
  pods=$(k -n chiasm get pods -l app.kubernetes.io/name=chiasm -o name | wc -l)
  if [ "$pods" -le 24 ]; then row "quota holds 60 extractors back" yes "$pods pods in all"
  else row "quota holds 60 extractors back" NO "$pods pods"; fi
  k -n chiasm scale deployment/chiasm-extractor --replicas=1 > /dev/null
  k -n chiasm rollout status deployment/chiasm-extractor --timeout=120s > /dev/null
}

if $kwok; then
  kwok_only
  crds
fi
make namespace/chiasm < overlays/trial/namespace.yaml
k api-resources --no-headers | awk '{print $(NF-2), $NF}' > "$work/kinds"
for overlay in rendered/*.yaml; do dry_run "$(basename "$overlay" .yaml)"; done

if $kwok; then
  node chiasm-check-0
  node chiasm-check-1
  volume chiasm-check-0 5Gi
  volume chiasm-check-1 20Gi
  ./secrets.sh | k apply -f - > /dev/null
  k apply -f rendered/trial.yaml > /dev/null
  rollout trial
  loose
  k delete -f rendered/trial.yaml --wait=true --timeout=120s > /dev/null 2>&1 || true
  made+=(priorityclass/chiasm-aggregator priorityclass/chiasm-worker)
  k apply -f rendered/production.yaml > /dev/null
  rollout production
  update extractor 4
  update encoder 3
  update aggregator 1
  evictions extractor
  evictions encoder
  drain chiasm-check-0
  rollout "production, after the drain"
  quota
fi
exit "$failed"
