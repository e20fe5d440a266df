#!/usr/bin/env bash
# backup.sh FROM TO: copies a bucket that lies in a folder (results/.chiasm/store/chiasm, deploy/compose/data/store/chiasm),
# also while studies run. Run again it copies what is new. See docs/how-to/backup.md.
set -euo pipefail
[ $# = 2 ] && [ -d "$1" ] || { sed -n '2,3p' "$0" >&2; exit 2; }
from=$(cd "$1" && pwd -P)
mkdir -p "$2"
to=$(cd "$2" && pwd -P)

copy() { # folder of the bucket
  [ -e "$from/$1" ] || return 0
  mkdir -p "$(dirname "$to/$1")"
  cp -a -u "$from/$1" "$(dirname "$to/$1")/"
}

# What names other objects comes first: they are there before it, so they are there when their turn comes.
documents=(registry studies uploads/trees grams encodings)
for folder in "${documents[@]}"; do copy "$folder"; done
cd "$from"
for folder in * uploads/*; do
  case " ${documents[*]} uploads " in *" $folder "*) continue ;; esac
  copy "$folder"
done
