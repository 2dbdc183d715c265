# unit_of PID: the systemd unit that a process belongs to, by its control group (systemd.io, "Control Group APIs"); "-" for none.
unit_of() {
    urania_unit=-
    while IFS= read -r urania_line; do
        case $urania_line in
        0::/* | *:name=systemd:/*) ;;
        *) continue ;;
        esac
        # A unit may have groups of its own below it.
        urania_path=${urania_line#*:*:}
        while [ -n "$urania_path" ]; do
            case ${urania_path##*/} in
            *.service | *.scope | *.socket)
                urania_unit=${urania_path##*/}
                break 2
                ;;
            esac
            urania_path=${urania_path%/*}
        done
    done 2>/dev/null <"/proc/$1/cgroup" || :
    echo "$urania_unit"
}
