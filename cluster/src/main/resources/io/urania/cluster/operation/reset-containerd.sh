# Takes from a directory all that containerd makes in its own; other files there are somebody else's. Set before: own_directory().
# shellcheck disable=SC2154
take_containerds() {
    own_directory "$1" || exit 1
    [ -n "$where" ] || return 0
    rm -rf "$1"/io.containerd.* "$1/tmpmounts" "$1/containerd.sock" "$1/containerd.sock.ttrpc"
    rmdir "$1" 2>/dev/null || :
}
