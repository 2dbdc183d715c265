#!/bin/sh
# Lays a file system without room over directories of the host it runs in.
# usage: fill.sh DIRECTORY…
set -eu
full=/run/rack/full
for directory in "$@"; do
    if [ ! -d "$directory" ]; then
        echo "$directory: no such directory" >&2
        exit 1
    fi
    place=$full$directory
    ! mountpoint -q "$place" || continue
    mkdir -p "$place"
    mount -t tmpfs -o size=64k full "$place"
    mkdir "$place/upper" "$place/work"
    mount -t overlay full -o "lowerdir=$directory,upperdir=$place/upper,workdir=$place/work" "$directory"
    # To the last byte: dd says that there is no room, which is what is wanted.
    dd if=/dev/zero of="$place/filling" bs=4k 2>/dev/null || :
done
