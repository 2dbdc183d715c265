#!/bin/sh
# Makes the disk of one virtual machine, a sparse file, out of the system's tree and the host's own layer over it. Run in
# a mount namespace of its own.
# usage: disk.sh HOST_DIRECTORY SYSTEM BYTES
set -eu
directory=$1 system=$2 bytes=$3

for name in merged work; do
    rm -rf --one-file-system "${directory:?}/$name"
    mkdir "$directory/$name"
done
mount -t overlay tree -o "lowerdir=$system/tree,upperdir=$directory/upper,workdir=$directory/work" "$directory/merged"
rm -f "$directory/disk.partial"
(umask 077 && truncate -s "$bytes" "$directory/disk.partial")
mkfs.ext4 -q -F -L root -d "$directory/merged" "$directory/disk.partial"
umount "$directory/merged"

# The disk has the modules of this kernel only, and both outlive the cache.
cp --reflink=auto "$system/kernel" "$system/initrd" "$directory/"
mv -T "$directory/disk.partial" "$directory/disk"
rm -rf --one-file-system "${directory:?}/merged" "$directory/work" "$directory/upper"
