#!/bin/sh
# Mounts the kernel's list of programs that an emulator runs.
# usage: mount-binary-formats.sh LIST
set -eu
list=$1
[ -d "$list" ] || modprobe binfmt_misc
mount -t binfmt_misc binfmt_misc "$list"
