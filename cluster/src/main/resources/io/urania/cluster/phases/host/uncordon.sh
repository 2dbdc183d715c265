waiting_for "$node to be Ready"
if ! kubectl wait --for=condition=Ready "node/$node" --timeout=300s >/dev/null; then
    echo "$node has restarted, and is not Ready 300 seconds later; it stays cordoned; see: kubectl describe node $node"
    exit 1
fi
waiting_for
if kubectl get nodes --selector="$label" --output=name | {
    found=
    while read -r name; do [ "$name" != "node/$node" ] || found=yes; done
    [ -n "$found" ]
}; then
    kubectl uncordon "$node"
    kubectl label node "$node" "$label-" >/dev/null
fi
