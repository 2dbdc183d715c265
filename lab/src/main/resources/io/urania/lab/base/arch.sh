#!/bin/sh
# Makes the tree of hosts that are taken for Arch Linux: a copy of a Debian tree with the real pacman instead of apt. Run
# under a lock and in a mount namespace of its own; what was begun and not finished is thrown away.
# usage: arch.sh TREE BASE ID NAME < arch-repository.sh
set -eu
tree=$1 base=$2 id=$3 name=$4
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
umask 022

[ ! -d "$tree" ] || exit 0
target=$tree.partial
rm -rf --one-file-system "$target"
cp -a --reflink=auto "$base" "$target"

eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "${proxy:-}" ] || export http_proxy="$proxy"

[ ! -e /etc/resolv.conf ] || cat /etc/resolv.conf >"$target/etc/resolv.conf"
mount -t proc proc "$target/proc"
chroot "$target" apt-get -q update
chroot "$target" apt-get -q -y --auto-remove purge unattended-upgrades
chroot "$target" apt-get -q -y --no-install-recommends install \
    pacman-package-manager makepkg arch-install-scripts libarchive-tools curl
chroot "$target" apt-get clean
# What phases install, with what it needs.
chroot "$target" apt-get -q -y --no-install-recommends --download-only install \
    conntrack ethtool haproxy iptables runc socat
chroot "$target" sh -s
umount "$target/proc"

# A host with apt would be one of Debian's; what packages were made of them is done.
rm -f "$target"/usr/bin/apt* "$target"/usr/bin/dpkg* "$target"/usr/sbin/dpkg* "$target"/usr/lib/systemd/system/apt-* \
    "$target"/usr/lib/systemd/system/dpkg-* "$target"/etc/systemd/system/timers.target.wants/apt-* \
    "$target"/etc/systemd/system/timers.target.wants/dpkg-* "$target/etc/debian_version" "$target/etc/resolv.conf"
rm -rf "$target/etc/apt" "$target/etc/dpkg" "$target/var/lib/apt" "$target/var/lib/dpkg" "$target/var/cache/apt"

cat >"$target/usr/lib/os-release" <<END_OF_FILE
NAME="$name"
PRETTY_NAME="$name"
ID=$id
BUILD_ID=rolling
END_OF_FILE
: >"$target/etc/arch-release"

mv -T "$target" "$tree"
