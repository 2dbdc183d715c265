#!/bin/sh
# Makes the swap file that the card's /etc/fstab names, as dphys-swapfile does on the first boot of a Raspberry Pi.
# usage: swap FILE
set -eu
[ ! -e "$1" ] || exit 0
rm -f "$1.partial"
fallocate -l 256M "$1.partial"
chmod 600 "$1.partial"
mkswap -q "$1.partial"
mv "$1.partial" "$1"
