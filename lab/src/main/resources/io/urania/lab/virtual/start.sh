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
# It leads nowhere; from a unique local address nobody goes there while there is IPv4 (RFC 6724, section 10.6).
[ -z "$(ip -6 address show dev eth0 scope global)" ] || ip -6 route replace default via "$IPV6_GATEWAY"
