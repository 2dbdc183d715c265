#!/bin/sh
# Connects a virtual machine to the bridge of its rack. QEMU, which made the link, runs it and removes the link when it ends.
# usage: link.sh LINK      environment: BRIDGE
set -eu
ip link set dev "$1" master "$BRIDGE" up
