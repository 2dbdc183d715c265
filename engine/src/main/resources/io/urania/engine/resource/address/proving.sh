is_in_effect() {
    has=
    for one in $(ip -o -4 addr show dev @link@ | while read -r _ _ _ address _; do echo "$address"; done); do
        [ "$one" != @address@ ] || has=yes
    done
    [ -n "$has" ] || return 1
    [ -n @gateway@ ] || return 0
    case " $(ip -4 route show default) " in *"via "@gateway@" dev "@link@" "*) return 0 ;; esac
    return 1
}
