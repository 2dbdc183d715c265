# Mounts below a directory, the deepest first, a line each; the kernel writes a blank in a name as \040 (proc(5)).
mounted_below() {
    below=
    while read -r _ point _; do
        point=$(printf '%b' "$point")
        case $point in "$1"/*) below="$point
$below" ;; esac
    done </proc/self/mounts
    printf '%s' "$below"
}
# The directories may be mounts themselves. What cannot be unmounted would be emptied with the directory it is in.
unmount_below() {
    # The kernel knows mounts by where links lead.
    [ ! -d "$1" ] || set -- "$(cd -P -- "$1" && pwd -P)"
    mounted_below "$1" | while IFS= read -r point; do
        umount --lazy "$point" 2>/dev/null || umount -l "$point" 2>/dev/null || :
    done
    left=$(mounted_below "$1")
    if [ -n "$left" ]; then
        echo "these cannot be unmounted, and their contents would be lost; unmount them first:"
        printf '%s\n' "$left"
        exit 1
    fi
}
