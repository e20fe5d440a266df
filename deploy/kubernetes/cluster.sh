#!/usr/bin/env bash
# Read by check.sh and ../helm/check.sh: rows of what was found, things that are gone again at the end, a cluster
# whose nodes are kwok's. The cluster is KUBECONFIG's, kubectl KUBECTL's or the path's.
kubectl=${KUBECTL:-kubectl}
work=$(mktemp -d)
made=()
failed=0

k() { "$kubectl" --request-timeout=30s "$@"; }
row() { printf '%-52s %-6s %s\n' "$1" "$2" "${3:-}"; if [ "$2" = NO ]; then failed=1; fi; }

tidy() {
  local i
  for ((i = ${#made[@]} - 1; i >= 0; i--)); do
    # shellcheck disable=SC2086 # kind and name
    k delete ${made[i]} --ignore-not-found --wait=true > /dev/null 2>&1 || true
  done
  rm -rf "$work"
}
trap tidy EXIT

# Makes an object that is gone again at the end, unless it was there before.
make() { # kind/name, manifest on standard input
  if k get "$1" > /dev/null 2>&1; then cat > /dev/null; return; fi
  k apply -f - > /dev/null
  made+=("$1")
}

# An operator's kind as the API server takes it without the operator: any fields.
crd() { # group version kind plural
  make "crd/$4.$1" <<C
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: $4.$1}
spec:
  group: $1
  scope: Namespaced
  names: {kind: $3, plural: $4, singular: ${3,,}}
  versions:
  - name: $2
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
C
}

crds() {
  crd kafka.strimzi.io v1 Kafka kafkas
  crd kafka.strimzi.io v1 KafkaNodePool kafkanodepools
  crd kafka.strimzi.io v1 KafkaTopic kafkatopics
  crd kafka.strimzi.io v1 KafkaUser kafkausers
  crd keda.sh v1alpha1 ScaledObject scaledobjects
  crd keda.sh v1alpha1 TriggerAuthentication triggerauthentications
  crd monitoring.coreos.com v1 PodMonitor podmonitors
  crd monitoring.coreos.com v1 PrometheusRule prometheusrules
  k wait --for=condition=Established crd --all --timeout=30s > /dev/null
}

kwok_only() {
  local others
  others=$(k get nodes -o jsonpath='{range .items[?(@.metadata.annotations.kwok\.x-k8s\.io/node!="fake")]}{.metadata.name} {end}')
  if [ -n "$others" ]; then
    echo "this rolls out and drains; not on real nodes: $others" >&2
    exit 2
  fi
}

node() { # name
  make "node/$1" <<C
apiVersion: v1
kind: Node
metadata:
  name: $1
  annotations: {kwok.x-k8s.io/node: fake}
  labels: {kubernetes.io/hostname: $1, kubernetes.io/os: linux, kubernetes.io/arch: amd64, type: kwok}
C
  k wait --for=condition=Ready "node/$1" --timeout=30s > /dev/null
  k patch node "$1" --subresource=status --type=merge -p \
    '{"status":{"capacity":{"cpu":"32","memory":"256Gi","pods":"110","ephemeral-storage":"500Gi"},"allocatable":{"cpu":"32","memory":"256Gi","pods":"110","ephemeral-storage":"500Gi"}}}' \
    > /dev/null
}

volume() { # name size
  make "pv/$1" <<C
apiVersion: v1
kind: PersistentVolume
metadata: {name: $1}
spec:
  capacity: {storage: $2}
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Retain
  hostPath: {path: /tmp/$1}
C
}

rollout() { # overlay
  local workload begin
  begin=$(date +%s)
  for workload in $(k -n chiasm get deployments,statefulsets -o name); do
    if ! k -n chiasm rollout status "$workload" --timeout=60s > /dev/null 2>&1; then
      row "rollout: $1" NO "$workload is not ready"
      return
    fi
  done
  row "rollout: $1" yes "all ready after $(($(date +%s) - begin)) s"
}
