#!/bin/sh
# Packs the image as a Debian package. Usage: deb.sh VERSION, in the project's directory, after image.sh.
set -eu
version=$1
architecture=$(dpkg --print-architecture)
image=target/unsplat-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
root=target/deb
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/lib/unsplat" "$root/usr/bin" "$root/usr/share/zsh"
cp -R "$image/bin" "$image/lib" "$root/usr/lib/unsplat"
cp -R "$image/share/man" "$image/share/bash-completion" "$image/share/fish" "$image/share/doc" "$root/usr/share"
# Debian's zsh has a directory of its own for the completions of packages
cp -R "$image/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
ln -s ../lib/unsplat/bin/unsplat "$root/usr/bin/unsplat"
mv "$root/usr/share/doc/unsplat/LICENSE" "$root/usr/share/doc/unsplat/copyright"
gzip -9 -n "$root"/usr/share/man/man1/*.1

# The runtime needs symbols of this version of the C library
libc=$(grep -aohr 'GLIBC_2\.[0-9]*' "$root/usr/lib/unsplat/lib/runtime" | sort -uV | tail -n 1)
cat > "$root/DEBIAN/control" << CONTROL
Package: unsplat
Version: $version
Architecture: $architecture
Maintainer: unsplat developers <developers@unsplat.invalid>
Installed-Size: $(du -sk "$root/usr" | cut -f 1)
Depends: libc6 (>= ${libc#GLIBC_}), libgcc-s1, libstdc++6, zlib1g
Suggests: llvm | binutils
Section: devel
Priority: optional
Homepage: https://unsplat.invalid
Description: takes KCSAN and lockdep reports apart, into structured JSON
 Reads reports of the Linux kernel's data race detector and lock validator from
 consoles, CI artefacts and mails: both stacks of a race and the value that
 changed, every lock held, the dependency chain and its cycle. It brings along
 the Java that it needs.
CONTROL
dpkg-deb --root-owner-group --build "$root" "target/unsplat_${version}_$architecture.deb"
