#!/bin/sh
# Takes away what a host that has ended leaves behind: its mount, its link, its cgroups.
# usage: clean.sh HOST_DIRECTORY MACHINE
set -eu
directory=$1 machine=$2

while mountpoint -q "$directory/root"; do umount "$directory/root"; done
# The kernel removes the link with the host, a moment later; the next boot must not meet it.
ip link delete dev "vb-$machine" 2>/dev/null || :
rmdir "/run/systemd/nspawn/propagate/$machine" 2>/dev/null || :

# Processes of a container that was killed take a moment to leave their cgroups. find's exit code says nothing: it
# minds the cgroups of other hosts that go while it looks.
attempts=0
while
    cgroups=$(find /sys/fs/cgroup -type d -name "$machine" -prune 2>/dev/null || :)
    [ -n "$cgroups" ]
do
    attempts=$((attempts + 1))
    if [ "$attempts" -gt 100 ]; then
        echo "not removed, processes in it: $cgroups" >&2
        exit 1
    fi
    for cgroup in $cgroups; do
        find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.1
    done
done
