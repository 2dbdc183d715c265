#!/bin/sh
# Makes the rack's bridge and lets its hosts reach the package mirrors. Run again, it changes nothing.
# usage: up.sh BRIDGE GATEWAY/PREFIX IPV6-GATEWAY/PREFIX SUBNET OWNER CLUSTER-SUBNET…
set -eu
bridge=$1 address=$2 ipv6=$3 subnet=$4 owner=$5
shift 5

[ -e "/sys/class/net/$bridge" ] || ip link add name "$bridge" type bridge
ip link set dev "$bridge" alias "$owner" up
ip address replace "$address" dev "$bridge"
families=iptables
if [ "$(cat /proc/sys/net/ipv6/conf/default/disable_ipv6 2>/dev/null)" = 0 ]; then
    ip address replace "$ipv6" dev "$bridge" nodad
fi
if ip6tables -w -S FORWARD >/dev/null 2>&1; then
    families="iptables ip6tables"
fi

rule() { # PROGRAM TABLE CHAIN RULE…
    program=$1 table=$2 chain=$3
    shift 3
    "$program" -w -t "$table" -C "$chain" "$@" 2>/dev/null || "$program" -w -t "$table" -I "$chain" "$@"
}
# Out of another interface, not "to another subnet": a bridge that filters shows pod traffic between hosts to this rule.
rule iptables nat POSTROUTING -s "$subnet" ! -o "$bridge" -m comment --comment "urania rack $bridge" -j MASQUERADE
# A machine with a firewall or Docker drops what it forwards.
for program in $families; do
    rule "$program" filter FORWARD -i "$bridge" -m comment --comment "urania rack $bridge" -j ACCEPT
    rule "$program" filter FORWARD -o "$bridge" -m comment --comment "urania rack $bridge" -j ACCEPT
done
# A service or pod that is gone answers nobody. Out here its address may be somebody's. These rules come before the others.
for inside in "$@"; do
    rule iptables filter FORWARD -i "$bridge" ! -o "$bridge" -d "$inside" -m comment --comment "urania rack $bridge" -j REJECT
done
