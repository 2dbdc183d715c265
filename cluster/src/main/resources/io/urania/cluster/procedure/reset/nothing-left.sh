# The end of a reset on every host: nothing of the cluster may be left. Set before: ports (which the cluster's roles listen on), programs
# (which they are), and the functions listeners and unit_of.
# shellcheck disable=SC2154
systemctl daemon-reload
systemctl reset-failed 2>/dev/null || :

# What still listens would make the next cluster fail. A stranger on such a port is none of the cluster: it stays, and is told.
left=$(listeners $ports | {
    while read -r protocol local number unit name; do
        port=$protocol/$((0x${local##*:}))
        case " $programs " in
        *" $name "*) echo "$name (pid $number, $unit) still listens on $port" ;;
        *) [ "$number" = - ] || echo "$name (pid $number, $unit), which does not belong to the cluster, listens on $port" >&2 ;;
        esac
    done
})
if [ -n "$left" ]; then
    printf '%s\n' "$left"
    exit 1
fi
