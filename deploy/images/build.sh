#!/bin/sh
# Builds the services for a platform with Maven, then their images. See docs/how-to/images.md.
set -eu

home=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
module=$home/deploy/images

die() { printf 'chiasm: %s\n' "$*" >&2; exit 2; }

# --- The platform decides what Maven builds; all other options are read by Java.
platform=
previous=
help=
for argument in "$@"; do
  case $previous in --platform) platform=$argument ;; esac
  case $argument in
    --platform=*) platform=${argument#*=} ;;
    -h | --help) help=yes ;;
  esac
  previous=$argument
done
given=$platform
if [ -z "$platform" ]; then
  case $(uname -m) in
    x86_64 | amd64) platform=linux/amd64 ;;
    aarch64 | arm64) platform=linux/arm64 ;;
    *) die "there are no images for $(uname -m): give --platform linux/amd64 or --platform linux/arm64" ;;
  esac
fi
case $platform in
  linux/amd64) natives=linux-x86_64 ;;
  linux/arm64) natives=linux-arm64 ;;
  *) die "there are no images for '$platform': platforms are linux/amd64 and linux/arm64" ;;
esac

# --- In a folder of their own: the jars that ./chiasm runs stay this machine's. All objects have one identity hash, since
# Quarkus writes some things in the order of such hashes; the compiler, which needs others, has a process of its own.
same='-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockExperimentalVMOptions -XX:hashCode=2'
mvn=$(command -v mvn) || die "there is no Maven ('mvn'): install Maven 3.8 or later"
(
  CDPATH='' cd "$home"
  # shellcheck disable=SC2086 # options are words
  MAVEN_OPTS="${MAVEN_OPTS:-} $same" "$mvn" -q -B -ntp ${CHIASM_MAVEN_OPTIONS:-} -Dquick -Dmaven.compiler.fork=true \
    -Dnative.platform="$natives" \
    -Dquarkus.package.output-directory="images-$natives" -pl deploy/images -am package >&2
) || die "the services could not be built; what Maven said is above"

# --- When and from what: the last commit says it, so that no clock is in the image.
revision=
if commit=$(git -C "$home" log -1 --format='%H %ct' 2> /dev/null); then
  revision=${commit% *}
  SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-${commit#* }}
  export SOURCE_DATE_EPOCH
  [ -z "$(git -C "$home" status --porcelain 2> /dev/null)" ] || revision=$revision-modified
fi

if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
set -- --home "$home" --built "images-$natives" "$@"
[ -n "$given" ] || set -- --platform "$platform" "$@"
[ -z "$revision" ] || set -- --revision "$revision" "$@"
version=$(sed -n 's/^version=//p' "$module/target/maven-archiver/pom.properties")
exec "$java" -cp "$module/target/chiasm-images-$version.jar:$(cat "$module/target/dependencies.txt")" \
  io.chiasm.images.cli.BuildCommand "$@"
