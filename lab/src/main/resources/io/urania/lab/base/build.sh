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
# A rack can be made again, so a package need not wait for the disk; nobody reads manuals on it.
cat >"$target/etc/dpkg/dpkg.cfg.d/rack" <<'END'
force-unsafe-io
path-exclude=/usr/share/man/*
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/locale/*
END
debootstrap --variant=minbase --arch="$architecture" --include="$packages" "$release" "$target" "$mirror"

cat >"$target/etc/apt/sources.list"
mkdir -p "$target/etc/apt/apt.conf.d"
cat >"$target/etc/apt/apt.conf.d/rack" <<'END'
APT::Install-Recommends "false";
Acquire::Languages "none";
END
[ ! -e /etc/resolv.conf ] || cat /etc/resolv.conf >"$target/etc/resolv.conf"
chroot "$target" apt-get -q update
chroot "$target" apt-get clean

# Each host gets keys, an identity and a name of its own.
rm -f "$target"/etc/ssh/ssh_host_* "$target/etc/machine-id" "$target/var/lib/dbus/machine-id" \
    "$target/etc/resolv.conf" "$target/etc/hostname"
: >"$target/etc/machine-id"

units=$target/etc/systemd/system
# Nothing of these means anything in a container, and each costs time on every boot.
for unit in \
    apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer \
    console-getty.service getty.target getty-static.service systemd-ask-password-console.path \
    systemd-ask-password-wall.path systemd-udevd.service systemd-udev-trigger.service systemd-udevd-kernel.socket \
    systemd-udevd-control.socket systemd-pstore.service systemd-machine-id-commit.service systemd-firstboot.service \
    systemd-hwdb-update.service systemd-random-seed.service systemd-update-utmp.service \
    systemd-update-utmp-runlevel.service systemd-network-generator.service systemd-remount-fs.service \
    ldconfig.service systemd-journal-catalog-update.service systemd-update-done.service systemd-sysusers.service \
    systemd-boot-system-token.service dev-hugepages.mount dev-mqueue.mount sys-kernel-config.mount \
    sys-kernel-debug.mount sys-kernel-tracing.mount sys-fs-fuse-connections.mount proc-sys-fs-binfmt_misc.automount \
    proc-sys-fs-binfmt_misc.mount kmod-static-nodes.service modprobe@.service; do
    ln -sf /dev/null "$units/$unit"
done

# Debian's own values are for a machine; a host of the rack shares its kernel with one. What Urania writes still counts.
mkdir -p "$target/etc/sysctl.d"
for file in "$target"/usr/lib/sysctl.d/*.conf; do
    [ ! -e "$file" ] || ln -sf /dev/null "$target/etc/sysctl.d/${file##*/}"
done
rm -f "$target/etc/sysctl.d/99-sysctl.conf"

mkdir -p "$target/etc/systemd/system.conf.d" "$target/etc/systemd/journald.conf.d" "$target/etc/ssh/sshd_config.d"
cat >"$target/etc/systemd/system.conf.d/rack.conf" <<'END'
[Manager]
DefaultTimeoutStopSec=15s
END
cat >"$target/etc/systemd/journald.conf.d/rack.conf" <<'END'
[Journal]
Storage=persistent
SystemMaxUse=64M
ReadKMsg=no
Audit=no
END
cat >"$target/etc/ssh/sshd_config.d/rack.conf" <<'END'
HostKey /etc/ssh/ssh_host_ed25519_key
PermitRootLogin prohibit-password
PasswordAuthentication no
MaxStartups 100
MaxSessions 100
END

mkdir -p "$target/usr/local/lib/rack"
cat >"$target/usr/local/lib/rack/network" <<'END'
#!/bin/sh
# Gives the host its address, and its mounts the propagation that a kubelet needs.
set -eu
. /etc/rack/network
mount --make-rshared /
for controller in /sys/fs/cgroup/*/; do
    controller=${controller%/}
    if mountpoint -q "$controller" && [ ! -w "$controller/cgroup.procs" ]; then
        mount -o remount,bind,rw "$controller"
    fi
done
ip address replace "$ADDRESS" dev host0
ip link set host0 up
ip route replace default via "$GATEWAY"
END
chmod 755 "$target/usr/local/lib/rack/network"
cat >"$units/rack-network.service" <<'END'
[Unit]
Description=Network and mounts of a host of the rack
DefaultDependencies=no
Requires=systemd-journald.socket
After=systemd-journald.socket
Before=sysinit.target network-pre.target network.target ssh.service shutdown.target
Wants=network-pre.target
Conflicts=shutdown.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/lib/rack/network

[Install]
WantedBy=sysinit.target
END
mkdir -p "$units/sysinit.target.wants"
ln -sf ../rack-network.service "$units/sysinit.target.wants/rack-network.service"
mkdir -p "$target/etc/rack" "$target/var/lib/containerd" "$target/var/lib/kubelet" "$target/var/lib/etcd"
chmod 700 "$target/var/lib/etcd"

mv -T "$target" "$tree"
