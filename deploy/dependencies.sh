#!/usr/bin/env bash
# What Chiasm ships: bill of materials, licences, known vulnerabilities.
#
#   deploy/dependencies.sh                       asks OSV, which needs a network
#   deploy/dependencies.sh --database all.zip    asks a copy of OSV's Maven database
#   deploy/dependencies.sh --no-vulnerabilities  bill and licences only
#
# Needs osv-scanner (or OSV_SCANNER naming it) for the last part. Ends with 1 if a known
# vulnerability was found, 2 if it could not be asked, 3 if the build or a licence is refused.
set -euo pipefail
cd "$(dirname "$0")/.."

database=
ask=yes
while [ $# -gt 0 ]; do
  case $1 in
    --database) database=$(realpath "$2"); shift 2 ;;
    --no-vulnerabilities) ask=; shift ;;
    *) echo "dependencies.sh: unknown option $1" >&2; exit 2 ;;
  esac
done

bom=deploy/local/target/chiasm.cdx.json
licences=deploy/local/target/licences.txt
mvn -q -B ${CHIASM_MAVEN_OPTIONS:-} -pl deploy/local -am -DskipTests package || exit 3
echo "bill of materials: $bom ($(grep -c '"purl"' "$bom") components)"
echo "licences: $licences"

[ -n "$ask" ] || exit 0
scanner=${OSV_SCANNER:-osv-scanner}
if ! command -v "$scanner" > /dev/null; then
  echo "dependencies.sh: no osv-scanner: install it, or name it in OSV_SCANNER" >&2
  exit 2
fi
options=()
if [ -n "$database" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  mkdir -p "$folder/osv-scanner/Maven"
  cp "$database" "$folder/osv-scanner/Maven/all.zip"
  export OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY=$folder
  options=(--offline-vulnerabilities --no-resolve)
fi
status=0
"$scanner" scan source "${options[@]}" --lockfile "$bom" || status=$?
case $status in
  0) echo "no known vulnerability" ;;
  1) exit 1 ;;
  *) echo "dependencies.sh: osv-scanner could not ask (its status $status)" >&2; exit 2 ;;
esac
