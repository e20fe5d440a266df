#!/usr/bin/env bash
# Installs, upgrades, rolls back and removes the chart on a cluster whose nodes are kwok's: a trial, production, and
# production with Strimzi, with operators' kinds but not their operators. Leaves nothing behind.
# The cluster is KUBECONFIG's; kubectl is KUBECTL's or the path's, helm HELM's or the path's. Exit code 1 if
# anything is not as it must be.
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=deploy/kubernetes/cluster.sh
. ../kubernetes/cluster.sh

helm() { command "${HELM:-helm}" --namespace chiasm "$@" 2> >(grep -v 'found symbolic link' > "$work/error"); }

# A row: what helm does must be done, or be refused with these words.
does() { # title, helm's words …
  local title=$1
  shift
  if helm "$@" > "$work/out"; then row "$title" yes
  else row "$title" NO "$(tail -3 "$work/error" | tr '\n' ' ')"; fi
}

refuses() { # title words, helm's words …
  local title=$1 words=$2
  shift 2
  if helm "$@" > "$work/out"; then row "$title" NO "was done"
  elif grep -q -- "$words" "$work/error"; then row "$title" yes "$words"
  else row "$title" NO "$(tail -3 "$work/error" | tr '\n' ' ')"; fi
}

setting() { k -n chiasm get configmap chiasm-settings -o jsonpath="{.data.$1}"; }
pods() { k -n chiasm get pods -l app.kubernetes.io/name=chiasm --field-selector=status.phase=Running -o name | sort | tr '\n' ' '; }

is() { # title expected given
  if [ "$2" = "$3" ]; then row "$1" yes "$3"; else row "$1" NO "$3 instead of $2"; fi
}

# Claims outlast a release on purpose.
gone() { # title
  local left
  left=$(k -n chiasm get deployments,statefulsets,services,configmaps,networkpolicies,poddisruptionbudgets,resourcequotas \
    -o name | grep -v kube-root-ca.crt || true)
  if [ -z "$left" ]; then row "$1" yes; else row "$1" NO "left: $left"; fi
}

kwok_only
crds
make namespace/chiasm < ../kubernetes/overlays/trial/namespace.yaml
node chiasm-check-0
node chiasm-check-1
volume chiasm-check-0 5Gi
volume chiasm-check-1 20Gi
../kubernetes/secrets.sh | k apply -f - > /dev/null

does "trial: install" install chiasm chiasm -f values/trial.yaml
rollout "trial"
refuses "a second release in the namespace" "exists and cannot be imported" install other chiasm -f values/trial.yaml
before=$(pods)
does "trial: the same again" upgrade chiasm chiasm -f values/trial.yaml
rollout "trial, the same again"
is "the same again restarts nothing" "$before" "$(pods)"
does "trial: a setting" upgrade chiasm chiasm -f values/trial.yaml --set store.bucket=other
rollout "trial, a setting"
is "the setting is there" other "$(setting CHIASM_STORE_BUCKET)"
if [ -z "$(comm -12 <(tr ' ' '\n' <<< "$before" | sed '/^$/d') <(pods | tr ' ' '\n' | sed '/^$/d'))" ]; then row "all pods are new" yes; else row "all pods are new" NO; fi
refuses "a value that does not fit" "less than the heap" upgrade chiasm chiasm -f values/trial.yaml --set encoder.heap=4g
refuses "a value that is none" "additional properties 'heep'" upgrade chiasm chiasm -f values/trial.yaml --set encoder.heep=4g
is "after refusals nothing has changed" other "$(setting CHIASM_STORE_BUCKET)"
does "trial: roll back" rollback chiasm 1
rollout "trial, rolled back"
is "the former setting is there" chiasm "$(setting CHIASM_STORE_BUCKET)"
does "trial: uninstall" uninstall chiasm --wait
gone "nothing of the trial is left"
k -n chiasm delete pvc --all --wait=true > /dev/null

does "production: install" install chiasm chiasm -f values/production.yaml
rollout "production"
does "production: more workers at most" upgrade chiasm chiasm -f values/production.yaml --set keda.encoder.most=9
is "KEDA's object says so" 9 "$(k -n chiasm get scaledobject chiasm-encoder -o jsonpath='{.spec.maxReplicaCount}')"
k -n chiasm scale deployment/chiasm-extractor --replicas=4 > /dev/null
k -n chiasm rollout status deployment/chiasm-extractor --timeout=60s > /dev/null
does "production: another setting" upgrade chiasm chiasm -f values/production.yaml --set store.bucket=other
rollout "production, another setting"
is "workers that KEDA asked for stay" 4 "$(k -n chiasm get deployment chiasm-extractor -o jsonpath='{.spec.replicas}')"
does "production: roll back" rollback chiasm
is "KEDA's object is the former" 9 "$(k -n chiasm get scaledobject chiasm-encoder -o jsonpath='{.spec.maxReplicaCount}')"
is "they still stay" 4 "$(k -n chiasm get deployment chiasm-extractor -o jsonpath='{.spec.replicas}')"
does "production: uninstall" uninstall chiasm --wait
gone "nothing of production is left"

does "with Strimzi: install" install chiasm chiasm -f values/strimzi-oidc.yaml
rollout "with Strimzi"
is "topics" 6 "$(k -n chiasm get kafkatopics -o name | wc -l)"
does "with Strimzi: uninstall" uninstall chiasm --wait
gone "nothing of it is left"
k -n chiasm delete secret chiasm-store chiasm-access chiasm-operator chiasm-scaler > /dev/null
exit "$failed"
