#!/bin/sh
# Boots one host of a rack and stays as its supervisor until the host is off.
# usage: boot.sh HOST_DIRECTORY BASE MACHINE BRIDGE [WORD…]      (run it with setsid: it must outlive whoever started it)
#   WORD: for the host's systemd where the machine has cgroups of version 1
set -eu
directory=$1 base=$2 machine=$3 bridge=$4
shift 4
root=$directory/root

if ! mountpoint -q "$root"; then
    mount -t overlay "$machine" -o "lowerdir=$base,upperdir=$directory/upper,workdir=$directory/work" "$root"
fi

# The cgroup namespace of the host is rooted where nspawn stands when it starts: a directory of its own in every
# hierarchy, or the kubelets of all hosts would meet in one /kubepods.
enter() { # HIERARCHY_ROOT OWN_PATH
    [ -e "$1/cgroup.procs" ] || return 0
    parent=$1${2%/}
    # Empty directories of the boot before: a machine that was switched off has none either.
    [ ! -d "$parent/$machine" ] || find "$parent/$machine" -mindepth 1 -depth -type d -exec rmdir {} + 2>/dev/null || :
    mkdir -p "$parent/$machine"
    if [ -e "$parent/cpuset.cpus" ]; then
        cat "$parent/cpuset.cpus" >"$parent/$machine/cpuset.cpus"
        cat "$parent/cpuset.mems" >"$parent/$machine/cpuset.mems"
    fi
    echo 0 >"$parent/$machine/cgroup.procs"
}

boot() { # [WORD…]
    words=$*
    set -- --quiet --boot --directory="$root" --machine="$machine" --network-bridge="$bridge" --register=no \
        --capability=all --link-journal=no --resolv-conf=off --timezone=off --bind=/dev/kmsg \
        --bind="$directory/containerd:/var/lib/containerd" --bind="$directory/kubelet:/var/lib/kubelet" \
        --bind="$directory/etcd:/var/lib/etcd" --bind-ro=/sys/module
    export SYSTEMD_NSPAWN_API_VFS_WRITABLE=1 SYSTEMD_NSPAWN_TMPFS_TMP=0 SYSTEMD_NSPAWN_LOCK=0 SYSTEMD_SECCOMP=0

    if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
        export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
        # A systemd that runs this machine wants to be asked for a cgroup; nspawn does so by itself.
        if [ ! -d /run/systemd/system ]; then
            enter /sys/fs/cgroup "$(sed -n 's/^0:://p' /proc/self/cgroup)"
            set -- "$@" --keep-unit
        fi
        words=
    else
        export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=0
        # Where the version 2 tree is mounted beside version 1, nspawn makes its "payload" there and copies the path
        # to systemd's hierarchy; without a directory of its own, all hosts would tidy up each other's services.
        while IFS=: read -r _ controllers own; do
            controllers=${controllers#name=}
            enter "/sys/fs/cgroup/${controllers:-unified}" "$own"
        done </proc/self/cgroup
        set -- "$@" --keep-unit
    fi
    # shellcheck disable=SC2086 # none has white space
    exec systemd-nspawn "$@" $words
}

# With --keep-unit nspawn leaves it to others to boot a host again that asked for it, and says so with 133.
while status=0; (boot "$@") || status=$?; [ "$status" -eq 133 ]; do :; done
rmdir "/run/systemd/nspawn/propagate/$machine" 2>/dev/null || :
exit "$status"
