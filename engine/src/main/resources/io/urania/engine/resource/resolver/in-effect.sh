# in_effect FILE SERVER...: whether all these servers are in a file of the form of resolv.conf.
in_effect() {
    [ -f "$1" ] || return 1
    text="
$(cat "$1")
"
    shift
    for server in "$@"; do
        case $text in
        *"
nameserver $server
"*) ;;
        *) return 1 ;;
        esac
    done
}
