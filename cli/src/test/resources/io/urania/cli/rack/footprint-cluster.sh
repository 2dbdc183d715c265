# What a deployment leaves in a cluster, a thing per line; asked on a control plane host. Not counted: tokens and uploaded
# certificates, which every run has of its own and which end by themselves.
set -e
for kind in labels:.metadata.labels taints:.spec.taints 'ready:.status.conditions[?(@.type=="Ready")].status'; do
    kubectl get nodes -o jsonpath="{range .items[*]}node {.metadata.name} ${kind%%:*} {${kind#*:}}{\"\\n\"}{end}"
done
kubectl get namespaces -o jsonpath='{range .items[?(@.status.phase=="Active")]}namespace {.metadata.name}{"\n"}{end}'
kubectl get pods -n kube-system -o jsonpath='{range .items[?(@.metadata.ownerReferences[0].kind=="Node")]}static pod {.metadata.name} {.status.phase}{"\n"}{end}'
kubectl get daemonsets -A -o jsonpath='{range .items[*]}daemons {.metadata.name} {.status.desiredNumberScheduled} {.status.numberReady}{"\n"}{end}'
kubectl get deployments -A -o jsonpath='{range .items[*]}deployment {.metadata.name} {.status.replicas} {.status.readyReplicas}{"\n"}{end}'
kubectl get clusterroles,clusterrolebindings,roles,rolebindings,configmaps,secrets,serviceaccounts,services,apiservices,customresourcedefinitions,priorityclasses \
    -A --no-headers -o custom-columns=KIND:.kind,NAMESPACE:.metadata.namespace,NAME:.metadata.name |
    grep -v -e bootstrap-token- -e kubeadm-certs -e urania-verification- | tr -s ' ' | sed 's/^/object /'
etcdctl --cacert=/etc/ssl/etcd/ssl/ca.pem --cert=/etc/ssl/etcd/ssl/client.pem --key=/etc/ssl/etcd/ssl/client-key.pem \
    --endpoints=https://127.0.0.1:2379 member list 2>/dev/null | cut -d, -f2- | sort | sed 's/^/etcd/'
