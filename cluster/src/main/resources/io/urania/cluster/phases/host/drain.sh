# Whoever has cordoned it before wants it to stay so.
if [ -z "$(kubectl get node "$node" --output=jsonpath='{.spec.unschedulable}')" ]; then
    kubectl label node "$node" --overwrite "$label=" >/dev/null
fi
waiting_for "pods of $node to end"
if ! kubectl drain "$node" --ignore-daemonsets "$scratch" --timeout=300s; then
    echo "not all pods of $node could be moved within 300 seconds, so it is not restarted, and stays cordoned;"
    echo "see what keeps them: kubectl get pods --all-namespaces --field-selector=spec.nodeName=$node;"
    echo "kubectl get poddisruptionbudgets --all-namespaces; then run the same command again"
    exit 1
fi
waiting_for
