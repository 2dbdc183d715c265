# Waits until every member of the etcd of events serves, and API servers have stored events there. Set before: ask(), which is etcdctl; the
# arguments are the members' endpoints.
# shellcheck disable=SC2154
deadline=$(($(date +%s) + 180))

# What is not well now, in "unwell". Keys are in order: those of events are before etcd's own notes of the API server.
unwell() {
    unwell=
    for endpoint; do
        if ! said=$(ask --endpoints="$endpoint" endpoint health 2>&1); then
            unwell="the member at $endpoint is not healthy: ${said##*
}"
            return 0
        fi
    done
    case $(ask --endpoints="$1" get '' --prefix --keys-only --limit=20 2>/dev/null) in
    */events/*) return 1 ;;
    esac
    unwell="API servers have stored no event there"
}

# Says what is waited for, where words of a wait are taken; without words that the wait is over.
tell() {
    ! command -v waiting_for >/dev/null 2>&1 || waiting_for "$@"
}

while unwell "$@"; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
        echo "events are not stored in an etcd of their own after 180 seconds: $unwell;"
        echo "check on the hosts of group etcd: systemctl status etcd-events"
        exit 1
    fi
    if command -v asked_to_stop >/dev/null 2>&1 && asked_to_stop; then
        echo "stopped waiting because the run is ending: $unwell"
        exit 1
    fi
    tell "$unwell"
    sleep 1
done
tell
