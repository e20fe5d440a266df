#!/bin/sh
# base.sh FILE.tar: a base for the images without a registry. The C library, fonts and certificates
# come from Debian packages, Java from this machine's JDK by jlink. Needs Debian 12 with its
# package sources, a JDK with jmods, GNU tar; neither root nor a container engine.
set -eu

die() { printf 'chiasm: %s\n' "$*" >&2; exit 2; }

[ $# = 1 ] || die "give the archive to write: deploy/images/base.sh FILE.tar"
case $1 in
  /*) file=$1 ;;
  *) file=$PWD/$1 ;;
esac
for tool in apt-get dpkg-deb jlink tar sha256sum; do
  command -v "$tool" > /dev/null || die "there is no $tool: run this on Debian 12 with a JDK"
done
architecture=$(dpkg --print-architecture)

# What Java and the native libraries load; fonts are for the figures' words.
packages=${CHIASM_BASE_PACKAGES:-"base-files netbase ca-certificates tzdata libc6 libc-bin libgcc-s1
  gcc-12-base libstdc++6 zlib1g libjpeg62-turbo liblcms2-2 libfreetype6 libpng16-16 libbrotli1
  libharfbuzz0b libgraphite2-3 libglib2.0-0 libpcre2-8-0 libfontconfig1 libexpat1 fontconfig-config
  fonts-dejavu-core"}
modules=java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr
modules=$modules,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.random
modules=$modules,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
root=$work/root
mkdir -p "$work/packages" "$root/usr/bin" "$root/usr/lib64" "$root/usr/sbin" "$root/tmp" \
  "$root/opt" "$root/var/lib/dpkg/status.d"

# --- Packages. Directories of the root are links into usr, as Debian has them.
for directory in bin sbin lib lib64; do
  mkdir -p "$root/usr/$directory"
  ln -s "usr/$directory" "$root/$directory"
done
(
  cd "$work/packages"
  # shellcheck disable=SC2086 # packages are words
  apt-get download -q -q $packages 2> "$work/apt.log" || { cat "$work/apt.log" >&2; exit 1; }
) || die "the packages could not be fetched: run apt-get update"
for package in "$work"/packages/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$root"
  name=$(dpkg-deb -f "$package" Package)
  # Scanners look here, as in images without a package manager.
  dpkg-deb -f "$package" > "$root/var/lib/dpkg/status.d/$name"
done
rm -rf "$root/usr/share/doc" "$root/usr/share/man" "$root/usr/share/locale" \
  "$root/usr/share/lintian" "$root/usr/share/bug" "$root/usr/lib/$(uname -m)-linux-gnu/gconv"
mkdir -p "$root/etc/ssl/certs"
find "$root/usr/share/ca-certificates" -name '*.crt' | LC_ALL=C sort |
  xargs cat > "$root/etc/ssl/certs/ca-certificates.crt"
printf 'root:x:0:0:root:/root:/sbin/nologin\nchiasm:x:65532:65532::/tmp:/sbin/nologin\n' \
  > "$root/etc/passwd"
printf 'root:x:0:\nchiasm:x:65532:\n' > "$root/etc/group"
printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"

# --- Java.
jlink --add-modules "$modules" --no-header-files --no-man-pages --strip-java-debug-attributes \
  --vm server --output "$root/opt/java" || die "jlink failed: is this a whole JDK, with jmods?"
# Nothing here has a screen or a loudspeaker.
rm -f "$root"/opt/java/lib/libawt_xawt.so "$root"/opt/java/lib/libsplashscreen.so \
  "$root"/opt/java/lib/libjsound.so
ln -s /opt/java/bin/java "$root/usr/bin/java"
"$root/opt/java/bin/java" -Xshare:dump > "$work/share.log" 2>&1 || cat "$work/share.log" >&2

# --- One layer, the same for the same packages and JDK.
tar -c --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=gnu \
  -f "$work/layer.tar" -C "$root" .
layer=$(sha256sum < "$work/layer.tar")
layer=${layer%% *}
cat > "$work/config.json" << END
{"architecture":"$architecture","os":"linux","created":"1970-01-01T00:00:00Z",
"config":{"Env":["PATH=/usr/bin:/bin","SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"]},
"rootfs":{"type":"layers","diff_ids":["sha256:$layer"]},
"history":[{"created":"1970-01-01T00:00:00Z","created_by":"deploy/images/base.sh"}]}
END
printf '[{"Config":"config.json","RepoTags":["chiasm-base:latest"],"Layers":["layer.tar"]}]\n' \
  > "$work/manifest.json"
mkdir -p "$(dirname "$file")"
tar -c --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --format=gnu \
  -f "$file.part" -C "$work" config.json layer.tar manifest.json
mv "$file.part" "$file"
printf '%s\n' "$file"
