# Kills the processes whose names begin so.
end_processes_named() {
    for directory in /proc/[0-9]*; do
        read -r name <"$directory/comm" 2>/dev/null || continue
        case $name in "$1"*) kill -KILL "${directory#/proc/}" 2>/dev/null || : ;; esac
    done
}
# Removes all that is in a directory but what was there before Urania, and what somebody changed in its files.
empty_directory() {
    [ -d "$1" ] || return 0
    # It is Kubernetes' own; what a link there leads to need not be.
    [ "$(cd -P -- "$1" && pwd -P)" = "$1" ] || own_directory "$1" || exit 1
    for entry in "$1"/* "$1"/.[!.]*; do
        case $entry in
        *.before-urania* | *.edited*) ;;
        *) [ ! -e "$entry" ] && [ ! -L "$entry" ] || rm -rf "$entry" ;;
        esac
    done
}
