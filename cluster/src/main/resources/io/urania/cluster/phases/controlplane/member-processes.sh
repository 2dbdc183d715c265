# Defines is_replaced: whether another process of etcd runs than when this was read, if its manifest is another one by now. Set before: manifest.
# shellcheck disable=SC2154
members() {
    for process in /proc/[0-9]*; do
        read -r name 2>/dev/null <"$process/comm" || continue
        if [ "$name" = etcd ]; then printf '%s ' "${process##*/}"; fi
    done
}

manifests_sum() { sha256sum <"$manifest"; }

is_replaced() {
    [ "$(manifests_sum)" != "$sum_before" ] || return 0
    present=$(members)
    [ -n "$present" ] && [ "$present" != "$members_before" ]
}

members_before=$(members)
sum_before=$(manifests_sum)
