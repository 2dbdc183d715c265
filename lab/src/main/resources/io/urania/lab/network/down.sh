#!/bin/sh
# Takes away what up.sh made, or what is left of it.
# usage: down.sh BRIDGE
set -eu
bridge=$1

[ ! -e "/sys/class/net/$bridge" ] || ip link delete dev "$bridge"
command -v iptables-save >/dev/null || exit 0
for table in nat filter; do
    iptables-save -t "$table" | sed -n "s/^-A \(.* --comment \"urania rack $bridge\".*\)/\1/p" | while read -r rule; do
        # iptables-save prints its rules quoted for a shell.
        eval "iptables -w -t $table -D $rule"
    done
done
