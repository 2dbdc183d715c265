#!/bin/sh
# Makes the rack's bridge and lets its hosts reach the package mirrors. Run again, it changes nothing.
# usage: up.sh BRIDGE GATEWAY/PREFIX SUBNET OWNER CLUSTER-SUBNET…
set -eu
bridge=$1 address=$2 subnet=$3 owner=$4
shift 4

[ -e "/sys/class/net/$bridge" ] || ip link add name "$bridge" type bridge
ip link set dev "$bridge" alias "$owner" up
ip address replace "$address" dev "$bridge"

rule() { # TABLE CHAIN RULE…
    table=$1 chain=$2
    shift 2
    iptables -w -t "$table" -C "$chain" "$@" 2>/dev/null || iptables -w -t "$table" -I "$chain" "$@"
}
# Out of another interface, not "to another subnet": a bridge that filters shows pod traffic between hosts to this rule.
rule nat POSTROUTING -s "$subnet" ! -o "$bridge" -m comment --comment "urania rack $bridge" -j MASQUERADE
# A machine with a firewall or Docker drops what it forwards.
rule filter FORWARD -i "$bridge" -m comment --comment "urania rack $bridge" -j ACCEPT
rule filter FORWARD -o "$bridge" -m comment --comment "urania rack $bridge" -j ACCEPT
# A service or pod that is gone answers nobody. Out here its address may be somebody's. These rules come before the others.
for inside in "$@"; do
    rule filter FORWARD -i "$bridge" ! -o "$bridge" -d "$inside" -m comment --comment "urania rack $bridge" -j REJECT
done
