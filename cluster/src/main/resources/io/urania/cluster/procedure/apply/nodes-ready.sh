# Waits until every node that is wanted is Ready. Set before: nodes, kubectl().
# shellcheck disable=SC2154
deadline=$(($(date +%s) + 600))

# The nodes that are not Ready, each with what its kubelet says; a node that the API server does not know says nothing.
not_ready() {
    conditions='{range .items[*]}{.metadata.name}{" "}{range .status.conditions[?(@.type=="Ready")]}{.status}{" "}{.message}{end}{"\n"}{end}'
    known=$(kubectl get nodes --output=jsonpath="$conditions" 2>&1) || {
        echo "the API server: ${known%%"
"*}"
        return 0
    }
    for node in $nodes; do
        state=$(printf '%s\n' "$known" | while read -r name status message; do
            [ "$name" != "$node" ] || echo "$status $message"
        done)
        case $state in
        "True "*) ;;
        "") echo "$node (not registered)" ;;
        *) echo "$node (${state#* })" ;;
        esac
    done
}

while missing=$(not_ready) && [ -n "$missing" ]; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
        echo "not all nodes are Ready after 600 seconds:"
        printf '%s\n' "$missing"
        kubectl get pods --namespace=kube-system --output=wide --field-selector=status.phase!=Running
        exit 1
    fi
    if asked_to_stop; then
        echo "stopped waiting because the run is ending; not Ready:"
        printf '%s\n' "$missing"
        exit 1
    fi
    waiting_for "nodes to be Ready: $(printf '%s\n' "$missing" | while read -r line; do printf '%s, ' "$line"; done | sed 's/, $//')"
    sleep 1
done
waiting_for
