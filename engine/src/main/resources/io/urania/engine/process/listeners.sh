# listeners PROTOCOL/PORT...: a line "PROTOCOL ADDRESS:PORT PID UNIT NAME" for each socket that listens on one of these, address and
# port in hexadecimal as in proc(5); "- - -" for one that no process shows. Only what /proc tells is believed, and nothing is changed.
listeners() {
    [ -r /proc/net/tcp ] || return 1
    urania_wanted=" $* "
    urania_sockets=$(
        for urania_protocol in tcp udp; do
            # 0A is TCP_LISTEN; 07 is TCP_CLOSE, the state of a UDP socket without a peer: include/net/tcp_states.h
            case $urania_protocol in tcp) urania_state=0A ;; *) urania_state=07 ;; esac
            # The shell reads byte by byte: of all connections, only those lines that matter.
            { grep -h " $urania_state " "/proc/net/$urania_protocol" "/proc/net/${urania_protocol}6" 2>/dev/null || :; } |
                while read -r _ urania_local _ _ _ _ _ _ _ urania_inode _; do
                    case $urania_wanted in
                    *" $urania_protocol/$((0x${urania_local##*:})) "*) echo "$urania_protocol $urania_local $urania_inode" ;;
                    esac
                done
        done
    )
    [ -n "$urania_sockets" ] || return 0
    set -- -e '^/proc/'
    while read -r _ _ urania_inode; do
        set -- "$@" -e "socket:\[$urania_inode]\$"
    done <<END
$urania_sockets
END
    urania_open=$({ LC_ALL=C ls -l /proc/[0-9]*/fd 2>/dev/null || :; } | grep "$@" | while read -r urania_line; do
        case $urania_line in
        /proc/*) urania_pid=${urania_line#/proc/} urania_pid=${urania_pid%%/*} ;;
        *) urania_inode=${urania_line##*"["} && echo "${urania_inode%]} $urania_pid" ;;
        esac
    done)
    while read -r urania_protocol urania_local urania_inode; do
        urania_found=-
        while read -r urania_socket urania_pid; do
            if [ "$urania_socket" = "$urania_inode" ] && [ -r "/proc/$urania_pid/comm" ]; then
                urania_found="$urania_pid $(unit_of "$urania_pid") $(cat "/proc/$urania_pid/comm")" || urania_found=-
                break
            fi
        done <<END
$urania_open
END
        [ "$urania_found" != - ] || urania_found="- - -"
        echo "$urania_protocol $urania_local $urania_found"
    done <<END
$urania_sockets
END
}
