#!/usr/bin/env bash
# Asks a Prometheus for every expression of every dashboard, with everything chosen, and says which have no data now and
# which had none within the last hour.
#   check.sh [http://localhost:9090] [--quiet]     --quiet: only those without data within the hour
# Exit code 1 if an expression is refused; no data is no error, since some things do not happen. Needs curl and jq.
set -euo pipefail
cd "$(dirname "$0")/dashboards"
url=http://localhost:9090
quiet=false
for argument; do
  case $argument in
    --quiet) quiet=true ;;
    http*) url=$argument ;;
    *) sed -n '2,6p' ../check.sh >&2; exit 2 ;;
  esac
done
now=$(date +%s)
refused=0

# Series with at least one number, at this moment or within the hour; not a word if it is refused.
series() { # query|query_range, further arguments
  curl -sG "$url/api/v1/$1" "${@:2}" | jq -r '
    if .status != "success" then "refused: " + .error
    else [.data.result[] | select([.value // empty, .values[]?] | any(.[1] != "NaN"))] | length end'
}

for board in *.json; do
  while IFS=$'\t' read -r panel expression; do
    expression=$(printf %b "$expression" | sed 's/\$__rate_interval/1m/g; s/\$\(namespace\|queue\|service\)\b/.*/g')
    at=$(series query --data-urlencode "query=$expression")
    within=$(series query_range --data-urlencode "query=$expression" -d "start=$((now - 3600))" -d "end=$now" -d step=15)
    case $at$within in *refused*) refused=1 ;; esac
    if ! $quiet || [ "$within" = 0 ] || [ "$refused" = 1 ]; then
      printf '%-14s %-34s %4s now %4s within the hour\n' "${board%.json}" "$panel" "$at" "$within"
    fi
  done < <(jq -r '.panels[] | select(.targets) | .title as $title | .targets[] | [$title, .expr] | @tsv' "$board")
done
exit $refused
