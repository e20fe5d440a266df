#!/bin/sh
# twice.sh [OPTION…]: builds the images of the last commit twice, from clean copies in two folders, and fails unless they
# are the same to the byte; names the files that are not. Options are those of build.sh.
set -eu

home=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

for copy in one another/deeper; do
  git clone -q "$home" "$work/$copy"
  "$work/$copy/deploy/images/build.sh" --base scratch "$@" > "$work/digests" || exit 1
  sort "$work/digests" > "$work/$copy.txt"
done
cat "$work/one.txt"
if ! cmp -s "$work/one.txt" "$work/another/deeper.txt"; then
  echo "the second build's are others:" >&2
  cat "$work/another/deeper.txt" >&2
  (CDPATH='' cd "$work" && diff -rq one/deploy/images/target/stage another/deeper/deploy/images/target/stage >&2) || true
  exit 1
fi
echo "the same in both builds"
