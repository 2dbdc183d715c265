#!/bin/sh
# Makes the tree that every host of a rack has as its lower layer: an operating system image with the packages that
# nodes need. Run under a lock; a tree that was begun and not finished is thrown away.
# usage: build.sh TREE RELEASE MIRROR ARCHITECTURE PACKAGE,PACKAGE,… < sources.list
set -eu
tree=$1 release=$2 mirror=$3 architecture=$4 packages=$5
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
umask 022

[ ! -d "$tree" ] || exit 0
target=$tree.partial
cut -d ' ' -f 5 /proc/self/mountinfo | grep "^$target/" | sort -r | while read -r mount; do umount "$mount"; done
rm -rf --one-file-system "$target"

# debootstrap knows nothing of apt's proxy.
eval "$(apt-config shell proxy Acquire::http::Proxy)"
[ -z "${proxy:-}" ] || export http_proxy="$proxy"

mkdir -p "$target/etc/dpkg/dpkg.cfg.d"
# A rack can be made again, so a package need not wait for the disk; nobody reads manuals on it, and only French is spoken on it.
cat >"$target/etc/dpkg/dpkg.cfg.d/rack" <<'END'
force-unsafe-io
path-exclude=/usr/share/man/*
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/locale/*
path-include=/usr/share/locale/fr/*
path-include=/usr/share/locale/locale.alias
END
debootstrap --variant=minbase --arch="$architecture" --include="$packages" "$release" "$target" "$mirror"

cat >"$target/etc/apt/sources.list"
mkdir -p "$target/etc/apt/apt.conf.d"
cat >"$target/etc/apt/apt.conf.d/rack" <<'END'
Acquire::Languages "none";
END
[ ! -e /etc/resolv.conf ] || cat /etc/resolv.conf >"$target/etc/resolv.conf"
chroot "$target" apt-get -q update
chroot "$target" apt-get clean

# One host of a rack speaks French.
echo 'fr_FR.UTF-8 UTF-8' >>"$target/etc/locale.gen"
chroot "$target" locale-gen

# Each host gets keys, an identity and a name of its own.
rm -f "$target"/etc/ssh/ssh_host_* "$target/etc/machine-id" "$target/var/lib/dbus/machine-id" \
    "$target/etc/resolv.conf" "$target/etc/hostname"
: >"$target/etc/machine-id"

mkdir -p "$target/etc/systemd/journald.conf.d" "$target/etc/ssh/sshd_config.d"
cat >"$target/etc/systemd/journald.conf.d/rack-size.conf" <<'END'
[Journal]
Storage=persistent
SystemMaxUse=64M
END
# Of the three keys that sshd looks for, a host of the rack has one, which is known before it boots.
echo 'HostKey /etc/ssh/ssh_host_ed25519_key' >"$target/etc/ssh/sshd_config.d/rack.conf"

# What belongs to a container only is in no tree: a virtual machine is made of it too.
mkdir -p "$target/etc/rack" "$target/var/lib/containerd" "$target/var/lib/kubelet" "$target/var/lib/etcd"
chmod 700 "$target/var/lib/etcd"

mv -T "$target" "$tree"
