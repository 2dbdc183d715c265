# Takes from a directory all that containerd makes in its own; other files there are somebody else's. A containerd that ran before Urania
# has containers and images of its own there. Set before: own_directory().
# shellcheck disable=SC2154
take_containerds() {
    theirs=
    [ ! -r /var/lib/urania/units/containerd.service ] || read -r _ theirs </var/lib/urania/units/containerd.service || :
    [ "$theirs" != active ] || return 0
    own_directory "$1" || exit 1
    [ -n "$where" ] || return 0
    rm -rf "$1"/io.containerd.* "$1/tmpmounts" "$1/containerd.sock" "$1/containerd.sock.ttrpc"
    rmdir "$1" 2>/dev/null || :
}
