# Reads why a node does not come while a command waits for it. Set before: signs (patterns for grep -E, one a line), crictl,
# port_holders(), waiting_for().
# shellcheck disable=SC2154

# What the kubelet has said since an instant, and what the static pods said last that have exited.
words_of_node() {
    journalctl --unit=kubelet.service --since="@$1" --no-pager --output=cat --lines=400 2>/dev/null | sed 's/^/sign of kubelet: /'
    [ -x "$crictl" ] || return 0
    for pod in etcd kube-apiserver kube-controller-manager kube-scheduler; do
        "$crictl" ps --all --state=exited --name="^$pod\$" --quiet 2>/dev/null | while read -r container; do
            "$crictl" logs --tail=10 "$container" 2>&1 | sed "s/^/sign of $pod: /"
        done
    done
}

# A sign that comes again is of something that stays: a kubelet that starts may say much that is over a moment later.
watched() {
    watch_since=$(date +%s)
    watch_first=
    "$@" &
    watch_command=$!
    watch_tick=0
    while kill -0 "$watch_command" 2>/dev/null; do
        sleep 1
        watch_tick=$((watch_tick + 1))
        [ $((watch_tick % 3)) -eq 0 ] || continue
        waiting_for "the node: kubelet.service is $(systemctl show --property=SubState kubelet.service 2>/dev/null | sed 's/.*=//')"
        watch_words=$(words_of_node "$watch_since" | grep -E -e "$signs") || continue
        watch_count=$(printf '%s\n' "$watch_words" | wc -l)
        [ -n "$watch_first" ] || watch_first=$watch_count
        [ "$watch_count" -gt "$watch_first" ] || continue
        kill "$watch_command" 2>/dev/null || :
        wait "$watch_command" || :
        printf '%s\n' "$watch_words" | tail -n 3
        watch_ports=$(printf '%s\n' "$watch_words" | sed -n 's/.*:\([0-9]*\): bind: address already in use.*/\1/p' | sort -u)
        # shellcheck disable=SC2086
        [ -z "$watch_ports" ] || port_holders $watch_ports | sed 's/^/holder of port /'
        waiting_for
        return 1
    done
    waiting_for
    wait "$watch_command"
}

# Waits until the kubelet serves: kubeadm is content with one that has started, and it may end a moment later, as its port is taken.
kubelet_serves() {
    kubelet_listens || watched until_kubelet_listens
}
kubelet_listens() {
    port_holders 10250 | grep -q ' kubelet$'
}
until_kubelet_listens() {
    kubelet_deadline=$(($(date +%s) + 120))
    until kubelet_listens; do
        if [ "$(date +%s)" -ge "$kubelet_deadline" ]; then
            echo "the kubelet does not listen on its port 10250 after 120 seconds"
            return 1
        fi
        sleep 1
    done
}
