# What the tests on a rack ask hosts with; each shell text of theirs comes after it.
PATH=/usr/local/bin:/usr/sbin:/sbin:$PATH
kubectl() { /usr/local/bin/kubectl --kubeconfig=/etc/kubernetes/admin.conf "$@"; }
# The command line of the running program, a word per line; comm has 15 characters.
arguments_of() {
    for process in /proc/[0-9]*; do
        read -r name 2>/dev/null <"$process/comm" || continue
        [ "$name" != "$1" ] || tr '\0' '\n' <"$process/cmdline"
    done
}
environment_of() { tr '\0' '\n' <"/proc/$(systemctl show -P MainPID "$1")/environ"; }
# One setting of the configuration that a node's kubelet runs with.
kubelet_configuration() { kubectl get --raw "/api/v1/nodes/$1/proxy/configz" | grep -o "\"$2\":\({[^}]*}\|\[[^]]*\]\|[^,}]*\)"; }
kubeadm_configuration() { kubectl get configmap kubeadm-config -n kube-system -o jsonpath='{.data.ClusterConfiguration}'; }
proxy_configuration() { kubectl get configmap kube-proxy -n kube-system -o jsonpath='{.data.config\.yaml}'; }
corefile() { kubectl get configmap coredns -n kube-system -o jsonpath='{.data.Corefile}'; }
pull_policies() {
    kubectl get deployments,daemonsets -n kube-system \
        -o jsonpath='{range .items[*]}{.metadata.name}={.spec.template.spec.containers[0].imagePullPolicy}{"\n"}{end}'
}
arguments_in_pods_of() { kubectl get deployment "$1" -n kube-system -o jsonpath='{range .spec.template.spec.containers[0].args[*]}{@}{"\n"}{end}'; }
# For whom the certificate is that the API server shows behind the balancer.
certificate_names() {
    openssl s_client -connect api-k8s-arm.intra.example.com:6443 </dev/null 2>/dev/null |
        openssl x509 -noout -ext subjectAltName | tr ',' '\n'
}
listening() { ss -Hltun | tr -s ' ' | cut -d' ' -f5; }
section() { sed -n "/^\[$1\]/,/^\$/p" "$2"; }
# How many lines of the input hold this; no input at all is a failure and not none.
lines_with() {
    text=$(cat)
    [ -n "$text" ] || return 1
    printf '%s\n' "$text" | grep -c "$@" || true
}
# A limit in bytes for the commands that are being run over ssh, and none again; the ssh server itself is left alone.
case $(stat -f -c %T /sys/fs/cgroup) in
cgroup2fs) all_memory=/sys/fs/cgroup/system.slice little_memory=$all_memory/little memory_limit=memory.max ;;
*) all_memory=/sys/fs/cgroup/memory little_memory=$all_memory/little memory_limit=memory.limit_in_bytes ;;
esac
limit_memory() {
    mkdir -p "$little_memory"
    echo "$1" >"$little_memory/$memory_limit"
    for process in /proc/[0-9]*; do
        read -r name 2>/dev/null <"$process/comm" || continue
        case $name in sh | dd | ctr) echo "${process#/proc/}" >"$little_memory/cgroup.procs" || : ;; esac
    done
}
# What was limited has ended by then.
free_memory() { [ ! -d "$little_memory" ] || rmdir "$little_memory"; }
