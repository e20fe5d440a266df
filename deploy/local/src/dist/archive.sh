#!/bin/sh
# Packs what is built into one archive that needs only Java: archive.sh VERSION PLATFORM
set -eu

name=chiasm-$1
module=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
home=$(dirname "$(dirname "$module")")
stage=$module/target/dist
root=$stage/$name

rm -rf "$stage"
mkdir -p "$root/lib" "$root/services"
cp "$home/chiasm" "$root/chiasm"
chmod 755 "$root/chiasm"
cp "$module/src/dist/README.md" "$root/README.md"
cp -R "$home/docs" "$root/docs"

# --- The command line, in the order of its class path.
{ printf '%s:' "$module/target/chiasm-local-$1.jar"; cat "$module/target/dependencies.txt"; } |
  tr ':' '\n' > "$stage/jars.txt"
while IFS= read -r jar || [ -n "$jar" ]; do
  file=$(basename "$jar")
  [ ! -e "$root/lib/$file" ] || { echo "archive.sh: two jars are called $file" >&2; exit 1; }
  cp "$jar" "$root/lib/$file"
  printf '%s\n' "$file" >> "$root/lib/classpath.txt"
done < "$stage/jars.txt"

# --- The services.
for service in extractor encoder aggregator; do
  cp -R "$home/$service-service/target/quarkus-app" "$root/services/$service"
done

# --- What is there several times becomes one file with several names, which halves the archive.
(
  cd "$root"
  find lib services -type f -name '*.jar' -exec cksum {} + | LC_ALL=C sort |
    while read -r sum size file; do
      if [ "$sum $size" = "${last:-}" ] && cmp -s "$first" "$file"; then
        ln -f "$first" "$file"
      else
        first=$file
        last="$sum $size"
      fi
    done
)

tar -C "$stage" -czf "$module/target/$name-$2.tar.gz" "$name"
rm -rf "$stage"
echo "archive.sh: $module/target/$name-$2.tar.gz"
