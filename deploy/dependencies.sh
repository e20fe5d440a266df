#!/usr/bin/env bash
# What Chiasm ships: bill of materials, licences, known vulnerabilities.
#
#   deploy/dependencies.sh                       bill and licences
#   deploy/dependencies.sh --database all.zip    known vulnerabilities too, by OSV's export for Maven
#   deploy/dependencies.sh --database all.zip BILL…   of these bills only, such as those of images
#
# Ends with 1 if a known vulnerability was found, 2 if it could not be asked, 3 if the build or a
# licence is refused.
set -euo pipefail

database=
bills=()
while [ $# -gt 0 ]; do
  case $1 in
    --database) database=$(realpath "$2"); shift 2 ;;
    -*) echo "dependencies.sh: unknown option $1" >&2; exit 2 ;;
    *) bills+=("$(realpath "$1")"); shift ;;
  esac
done
cd "$(dirname "$0")/.."

# shellcheck disable=SC2086 # options are words
mvn -q -B -ntp ${CHIASM_MAVEN_OPTIONS:-} -pl deploy/local,deploy/images -am -DskipTests package || exit 3
bom=deploy/local/target/chiasm.cdx.json
echo "bill of materials: $bom"
echo "licences: deploy/local/target/licences.txt"
[ ${#bills[@]} -gt 0 ] || bills=("$bom")

if [ -z "$database" ]; then
  echo "known vulnerabilities: not asked; give OSV's export for Maven with --database"
  exit 0
fi
exec java -cp "deploy/images/target/classes:$(cat deploy/images/target/dependencies.txt)" \
  io.chiasm.images.cli.AdvisoryCommand --database "$database" "${bills[@]}"
