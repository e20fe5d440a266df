#!/usr/bin/env bash
# Odd requests to every REST operation, made from the aggregator's OpenAPI document by schemathesis.
#
#   fuzz/rest.sh [SECONDS]               starts a stack of its own, and ends it
#   CHIASM_SERVER=URL fuzz/rest.sh …     asks a stack that runs; it may lose its studies
#
# Needs schemathesis (pip install schemathesis), or SCHEMATHESIS naming it. Ends with 1 if an answer
# was a server's error, or of a status, media type or form that the document does not have.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-300}
schemathesis=${SCHEMATHESIS:-schemathesis}
command -v "$schemathesis" > /dev/null || { echo "rest.sh: no schemathesis: pip install schemathesis" >&2; exit 2; }

work=$(mktemp -d)
stack=
finish() {
  if [ -n "$stack" ]; then
    # Not INT, which a job in the background is deaf to.
    kill -TERM "$stack" 2> /dev/null || true
    wait "$stack" || true
  fi
  rm -rf "$work"
}
trap finish EXIT

server=${CHIASM_SERVER:-}
if [ -z "$server" ]; then
  ./chiasm up --port 0 --work "$work/stack" > "$work/up.log" 2>&1 &
  stack=$!
  while ! server=$(sed -n 's/^Chiasm is up at //p' "$work/up.log") || [ -z "$server" ]; do
    kill -0 "$stack" 2> /dev/null || { cat "$work/up.log" >&2; exit 2; }
    sleep 1
  done
fi

# Streams of events do not end by themselves.
cd "$work"
"$schemathesis" run "$server/q/openapi" --url "$server" --exclude-path-regex '/events$' \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --phases coverage,fuzzing --max-time "$seconds" --continue-on-failure --request-timeout 60 --no-color
