#!/bin/sh
# Prints what this machine's kernel lacks, one feature a line. Tries things out in a network namespace of its own, so
# that nothing of the machine changes.
set -eu
# shellcheck disable=SC2016
unshare --net sh -c '
    ip link add name try0 type bridge 2>/dev/null || echo bridge
    ip link add name try1 type veth peer name try2 2>/dev/null || echo veth
    ! command -v iptables >/dev/null || iptables -w -t nat -I POSTROUTING -m comment --comment try -j MASQUERADE \
        2>/dev/null || echo "masquerading (iptables or nf_tables)"
'
grep -qw overlay /proc/filesystems || modprobe -q overlay 2>/dev/null || echo overlay
