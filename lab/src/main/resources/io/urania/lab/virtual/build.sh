#!/bin/sh
# Makes what the disks of virtual machines are made of: a copy of the base tree with Debian's own kernel, and the kernel
# and initrd to boot it with. Run under a lock and in a mount namespace of its own; what was begun and not finished is
# thrown away.
# usage: build.sh SYSTEM BASE PACKAGE…
set -eu
system=$1 base=$2
shift 2
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
umask 022

[ ! -d "$system" ] || exit 0
target=$system.partial
tree=$target/tree
rm -rf --one-file-system "$target"
mkdir -p "$target"
cp -a --reflink=auto "$base" "$tree"

eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "${proxy:-}" ] || export http_proxy="$proxy"

# The initrd has what the disk needs: emulated, a general one takes as long to unpack as all the rest to boot.
mkdir -p "$tree/etc/initramfs-tools/conf.d"
echo MODULES=list >"$tree/etc/initramfs-tools/conf.d/rack"
printf '%s\n' virtio_pci virtio_mmio virtio_blk ext4 >"$tree/etc/initramfs-tools/modules"

[ ! -e /etc/resolv.conf ] || cat /etc/resolv.conf >"$tree/etc/resolv.conf"
mount -t proc proc "$tree/proc"
chroot "$tree" apt-get -q -y --no-install-recommends install "$@"
chroot "$tree" apt-get clean
umount "$tree/proc"
rm -f "$tree/etc/resolv.conf"

cp "$tree"/boot/vmlinuz-* "$target/kernel"
cp "$tree"/boot/initrd.img-* "$target/initrd"
mv -T "$target" "$system"
