# Tells in "where" what directory a path leads to; nothing if it leads to none. Fails, and says why, if it is one of the system.
own_directory() {
    where=
    [ -d "$1" ] || return 0
    where=$(cd -P -- "$1" && pwd -P) || return 1
    case $where in
    @system@)
        echo "$1 is $where, a directory of the system: nothing is removed there;"
        echo "see on the host where links lead: ls -ld $1, then type the same command again"
        return 1
        ;;
    esac
}
