#!/bin/sh
# Boots one host of a rack and stays as its supervisor until the host is off.
# usage: boot.sh HOST_DIRECTORY BASE MACHINE BRIDGE MEMORY [WORD…]      (run it with setsid: it must outlive whoever started it)
#   MEMORY: the limit of the host's memory in bytes; empty for none
#   WORD: for the host's systemd where the machine has cgroups of version 1
set -eu
directory=$1 base=$2 machine=$3 bridge=$4 memory=$5
shift 5
root=$directory/root

if ! mountpoint -q "$root"; then
    mount -t overlay "$machine" -o "lowerdir=$base,upperdir=$directory/upper,workdir=$directory/work" "$root"
fi

# Nothing is swapped out instead: a host has no swap of its own.
limit() { # CGROUP
    if [ -e "$1/memory.limit_in_bytes" ]; then
        # Kernels before 5.11 leave out what is in cgroups below, unless they are told.
        [ "$(cat "$1/memory.use_hierarchy")" = 1 ] || echo 1 >"$1/memory.use_hierarchy" || return
        # In this order: the limit with swap must not be below the one without.
        echo "$memory" >"$1/memory.limit_in_bytes" || return
        [ ! -e "$1/memory.memsw.limit_in_bytes" ] || echo "$memory" >"$1/memory.memsw.limit_in_bytes"
    elif [ -e "$1/memory.max" ]; then
        echo "$memory" >"$1/memory.max" || return
        [ ! -e "$1/memory.swap.max" ] || echo 0 >"$1/memory.swap.max"
    fi
}

# On version 2, cgroups have limits of what the one above shares out.
share_memory() { # CGROUP
    grep -qw memory "$1/cgroup.subtree_control" || echo +memory >"$1/cgroup.subtree_control" || {
        echo "the memory of a host cannot be limited: $1 does not share it out, as cgroups with processes of their own cannot" >&2
        exit 1
    }
}

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
    if [ -n "$memory" ]; then
        limit "$parent/$machine" || exit 1
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
            own=$(sed -n 's/^0:://p' /proc/self/cgroup)
            if [ -n "$memory" ]; then share_memory "/sys/fs/cgroup${own%/}"; fi
            enter /sys/fs/cgroup "$own"
            set -- "$@" --keep-unit
        elif [ -n "$memory" ]; then
            set -- "$@" --property=MemoryMax="$memory" --property=MemorySwapMax=0
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
