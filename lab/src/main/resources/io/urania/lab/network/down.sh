#!/bin/sh
# Takes away what up.sh made, or what is left of it.
# usage: down.sh BRIDGE
set -eu
bridge=$1

[ ! -e "/sys/class/net/$bridge" ] || ip link delete dev "$bridge"
command -v iptables-save >/dev/null || exit 0
for program in iptables ip6tables; do
    for table in nat filter; do
        "$program-save" -t "$table" | sed -n "s/^-A \(.* --comment \"urania rack $bridge\".*\)/\1/p" | while read -r rule; do
            # It prints its rules quoted for a shell.
            eval "$program -w -t $table -D $rule"
        done
    done
done
