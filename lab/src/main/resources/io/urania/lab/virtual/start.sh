#!/bin/sh
# Gives the host its addresses.
set -eu
. /etc/rack/network
ip address replace "$ADDRESS" dev eth0
if [ "$(cat /proc/sys/net/ipv6/conf/default/disable_ipv6 2>/dev/null)" = 0 ]; then
    ip address replace "$IPV6_ADDRESS" dev eth0 nodad
fi
ip link set eth0 up
ip route replace default via "$GATEWAY"
# Its site's own networks, and no way out: nothing waits for answers from there.
[ -z "$(ip -6 address show dev eth0 scope global)" ] || ip -6 route replace fd00::/8 via "$IPV6_GATEWAY"
