# Reads why a node does not come while a command waits for it. Set before: signs (patterns for grep -E, one a line), crictl,
# port_holders(), told_holders(), waiting_for().
# shellcheck disable=SC2154

# What the kubelet has said since an instant, and what static pods have said since then that have exited; in seconds since 1970.
words_of_node() {
    journalctl --unit=kubelet.service --since="@$1" --no-pager --output=cat 2>/dev/null | sed 's/^/sign of kubelet: /'
    [ -x "$crictl" ] || return 0
    words_since=$(($(date +%s) - $1 + 1))s
    for pod in etcd kube-apiserver kube-controller-manager kube-scheduler; do
        "$crictl" ps --all --state=exited --name="^$pod\$" --quiet 2>/dev/null | while read -r container; do
            "$crictl" logs --tail=10 --since="$words_since" "$container" 2>&1 | sed "s/^/sign of $pod: /"
        done
    done
}
signs_of_node() {
    words_of_node "$1" | grep -E -e "$signs"
}

# The newest of some signs, and who has the ports of which they tell.
tell_signs() {
    printf '%s\n' "$1" | tail -n 3
    told_holders "$1"
}

# A sign that comes again is of something that stays: a kubelet that starts may say much that is over a moment later.
watched() {
    watch_begin=$(date +%s)
    watch_since=$watch_begin
    "$@" &
    watch_command=$!
    watch_tick=0
    while kill -0 "$watch_command" 2>/dev/null; do
        sleep 1
        watch_tick=$((watch_tick + 1))
        [ $((watch_tick % 3)) -eq 0 ] || continue
        waiting_for "the node: kubelet.service is $(systemctl show --property=SubState kubelet.service 2>/dev/null | sed 's/.*=//')"
        watch_now=$(date +%s)
        watch_signs=$(signs_of_node "$watch_since") || continue
        if [ "$watch_since" = "$watch_begin" ]; then
            watch_since=$((watch_now + 1))
            continue
        fi
        kill "$watch_command" 2>/dev/null || :
        wait "$watch_command" || :
        tell_signs "$watch_signs"
        waiting_for
        return 1
    done
    waiting_for
    watch_code=0
    wait "$watch_command" || watch_code=$?
    # Why it came to a bad end is often said by the kubelet and not by the command.
    [ "$watch_code" -eq 0 ] || ! watch_signs=$(signs_of_node "$watch_begin") || tell_signs "$watch_signs"
    return "$watch_code"
}

# Waits until the kubelet serves: kubeadm is content with one that has started, and it may end a moment later, as its port is taken.
kubelet_serves() {
    kubelet_listens || watched until_kubelet_listens
}
kubelet_listens() {
    port_holders 10250 | grep -q ' kubelet$'
}
until_kubelet_listens() {
    kubelet_deadline=$(($(date +%s) + 300))
    until kubelet_listens; do
        if [ "$(date +%s)" -ge "$kubelet_deadline" ]; then
            echo "the kubelet does not listen on its port 10250 after 300 seconds"
            return 1
        fi
        sleep 1
    done
}
