# Tells in "where" what directory a path leads to; nothing if it leads to none. Fails, and says why, if it is one of the system.
own_directory() {
    where=
    [ -d "$1" ] || return 0
    where=$(cd -P -- "$1" && pwd -P) || return 1
    case $where in
    @system@)
        echo "$1 is $where, a system directory: nothing is removed there;"
        echo "check symbolic links on the host: ls -ld $1; then run the same command again"
        return 1
        ;;
    esac
}
