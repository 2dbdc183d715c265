# installed_packages NAME...: "NAME installed" for each that is installed whole, by itself or by what provides it, and "NAME hold" for
# each that IgnorePkg names. pacman -T prints what is missing, and ends with 127 then.
installed_packages() {
    missing=$(pacman -T -- "$@" 2>/dev/null) && code=0 || code=$?
    case $code in
    0 | 127) ;;
    *) return 0 ;;
    esac
    missing="
$missing
$(unfinished_packages | while read -r entry; do name_of "$entry"; done)
"
    for name in "$@"; do
        case $missing in
        *"
$name
"*) ;;
        *) echo "$name installed" ;;
        esac
    done
    pacman-conf IgnorePkg 2>/dev/null | while IFS= read -r pattern; do
        for name in "$@"; do
            # shellcheck disable=SC2254 # it is a pattern: pacman.conf(5)
            case $name in $pattern) echo "$name hold" ;; esac
        done
    done
}
