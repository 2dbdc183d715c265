# Who holds what on this host. Nothing is changed, and nothing but what /proc tells is believed (proc(5)).

# A process by its number and its name: "812 python3", or "- -" for one that cannot be known.
urania_process() {
    if [ -r "/proc/$1/comm" ]; then
        echo "$1 $(cat "/proc/$1/comm" 2>/dev/null)"
    else
        echo "- -"
    fi
}

# port_holders PORT...: a line "PORT PID NAME" for each process that listens on one of these TCP ports, on whatever
# address; "PORT - -" where something listens and no process shows it, as from another namespace. Free ports have no line.
port_holders() {
    urania_listeners=$(
        for urania_table in /proc/net/tcp /proc/net/tcp6; do
            [ ! -r "$urania_table" ] || cat "$urania_table"
        done | while read -r _ urania_local _ urania_state _ _ _ _ _ urania_inode _; do
            # 0A is TCP_LISTEN: include/net/tcp_states.h
            [ "$urania_state" = 0A ] || continue
            urania_port=$((0x${urania_local##*:}))
            case " $* " in *" $urania_port "*) echo "$urania_port $urania_inode" ;; esac
        done
    )
    [ -n "$urania_listeners" ] || return 0
    urania_sockets=$(
        LC_ALL=C ls -l /proc/[0-9]*/fd 2>/dev/null | while read -r urania_line; do
            case $urania_line in
            /proc/*) urania_pid=${urania_line#/proc/} urania_pid=${urania_pid%%/*} ;;
            *" -> socket:["*) urania_inode=${urania_line##*"["} && echo "${urania_inode%]} $urania_pid" ;;
            esac
        done
    )
    printf '%s\n' "$urania_listeners" | while read -r urania_port urania_inode; do
        urania_found=
        printf '%s\n' "$urania_sockets" | { while read -r urania_socket urania_pid; do
            [ "$urania_socket" = "$urania_inode" ] || continue
            echo "$urania_port $(urania_process "$urania_pid")"
            urania_found=yes
        done
        [ -n "$urania_found" ] || echo "$urania_port - -"; }
    done | sort -u
}

# told_holders TEXT: of words that tell of ports in use, a line "holder of port PORT PID NAME" for each process that has one.
told_holders() {
    case $1 in *"ddress already in use"*) ;; *) return 0 ;; esac
    # As Go says it, with anything behind it; else the last number behind a colon.
    urania_ports=$(printf '%s\n' "$1" | sed -n -e 's/.*:\([1-9][0-9]\{1,4\}\): bind: address already in use.*/\1/p' \
        -e t -e '/ddress already in use/s/.*:\([1-9][0-9]\{1,4\}\).*/\1/p' | sort -u)
    # shellcheck disable=SC2086
    port_holders $urania_ports | sed 's/^/holder of port /'
}

# lock_holders FILE...: a line "FILE PID NAME" for each process with a lock on one of these files (fcntl(2), flock(2)).
lock_holders() {
    [ -r /proc/locks ] || return 0
    cat /proc/locks | while read -r _ urania_kind _ _ urania_pid urania_file _; do
        [ "$urania_kind" != "->" ] || continue
        for urania_path in "$@"; do
            [ -e "$urania_path" ] && [ "${urania_file##*:}" = "$(stat -c %i "$urania_path")" ] || continue
            for urania_open in "/proc/$urania_pid/fd"/*; do
                if [ "$urania_open" -ef "$urania_path" ]; then
                    echo "$urania_path $(urania_process "$urania_pid")"
                    break
                fi
            done
        done
    done | sort -u
}

# file_holders FILE...: a line "FILE PID NAME" for each process that has one of these files open.
file_holders() {
    for urania_path in "$@"; do
        [ -e "$urania_path" ] || continue
        for urania_open in /proc/[0-9]*/fd/*; do
            [ "$urania_open" -ef "$urania_path" ] || continue
            urania_pid=${urania_open#/proc/}
            echo "$urania_path $(urania_process "${urania_pid%%/*}")"
        done
    done | sort -u
}
