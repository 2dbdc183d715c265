#!/bin/sh
# Gives the host its address.
set -eu
. /etc/rack/network
ip address replace "$ADDRESS" dev eth0
ip link set eth0 up
ip route replace default via "$GATEWAY"
