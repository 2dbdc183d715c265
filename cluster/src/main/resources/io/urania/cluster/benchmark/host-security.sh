# Rights of files, settings of programs that run, and who can reach kube-proxy's metrics: a line for each, its kind first.
# Set before: manifests, certificates, etcds (their names), encryption; the arguments are the directories of etcds' data.
for path in "$manifests"/*.yaml /etc/kubernetes/*.conf /etc/kubernetes/kubelet.yaml "$certificates" "$certificates"/* \
    "$certificates"/*/* /etc/cni/net.d/* /etc/systemd/system/kubelet.service /etc/etcd/pki/* /etc/ssl/etcd/ssl/* "$@"; do
    [ ! -e "$path" ] || stat -c 'file %a %U:%G %n' -- "$path" || :
done
for path in "$certificates/ca.crt" "$certificates/etcd/ca.crt" /etc/etcd/pki/ca.crt; do
    [ ! -f "$path" ] || sha256sum -- "$path" | while read -r sum name; do echo "sum $sum $name"; done
done
for process in /proc/[0-9]*; do
    read -r name 2>/dev/null <"$process/comm" || continue
    case $name in
    kube-apiserver | kube-controller | kube-scheduler | kubelet | etcd) ;;
    *) continue ;;
    esac
    tr '\0' '\n' 2>/dev/null <"$process/cmdline" | while IFS= read -r flag; do
        case $flag in --*) printf 'flag %s %s\n' "$name" "${flag#--}" ;; esac
    done
done
if [ -f /etc/kubernetes/kubelet.yaml ]; then
    while IFS= read -r line || [ -n "$line" ]; do printf 'kubelet %s\n' "$line"; done </etc/kubernetes/kubelet.yaml
fi
for name in $etcds; do
    [ -f "/etc/$name.env" ] || continue
    while IFS= read -r line || [ -n "$line" ]; do printf '%s %s\n' "$name" "$line"; done <"/etc/$name.env"
done
if [ -f "$encryption" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in '# urania: '*) echo "encryption ${line#'# urania: '}" ;; esac
    done <"$encryption"
fi
# 10249, in hexadecimal as the kernel has it.
for table in /proc/net/tcp /proc/net/tcp6; do
    [ ! -r "$table" ] || while read -r number local remote state rest; do
        case $local/$state in *:2809/0A) echo "metrics ${local%:*}" ;; esac
    done <"$table"
done
echo end
