# Waits until every node that is wanted is Ready. Set before: nodes, kubectl().
# shellcheck disable=SC2154,SC2086
kubectl wait --for=condition=Ready --timeout=180s $(printf 'node/%s ' $nodes) >/dev/null || {
    echo "not all nodes are Ready after 180 seconds:"
    kubectl get nodes
    kubectl get pods --namespace=kube-system --output=wide --field-selector=status.phase!=Running
    exit 1
}
