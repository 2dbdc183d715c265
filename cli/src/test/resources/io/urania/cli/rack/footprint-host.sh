# What a deployment leaves on a host, a thing per line. Where a file is made anew for each cluster, as keys are, only its
# name counts; of kubeconfigs, all but the keys and certificates in them; of etcd's settings, all but the word that tells whether this
# member has begun the cluster or found it begun by the others, which depends on the moment at which a run was killed.
mark() { stat -c '%A %U %F' "$1"; }
set_apart() {
    case $1 in
    /etc/kubernetes/ssl/* | /etc/etcd/pki/* | /etc/ssl/etcd/* | /var/lib/urania/sums/* | /var/lib/urania/files/etc+etcd*.env) echo "a file of its own" ;;
    /etc/etcd.env | /etc/etcd-events.env) sed '/^ETCD_INITIAL_CLUSTER_STATE=/d' "$1" | sha256sum ;;
    /etc/kubernetes/*.conf) sed 's/-data: .*/-data:/' "$1" | sha256sum ;;
    *) if [ -L "$1" ]; then readlink "$1"; else sha256sum <"$1"; fi ;;
    esac
}
for place in /etc/kubernetes /etc/containerd /etc/cni /opt/cni /etc/etcd /etc/ssl/etcd /etc/haproxy /etc/systemd/system \
    /etc/modules-load.d /etc/sysctl.d /etc/sysusers.d /etc/profile.d /usr/local/bin /var/lib/urania /run/urania \
    /etc/hosts /etc/hostname /etc/fstab /etc/etcd.env /etc/etcd-events.env /etc/crictl.yaml \
    /var/lib/kubelet/config.yaml /var/lib/kubelet/instance-config.yaml /var/lib/kubelet/kubeadm-flags.env; do
    [ ! -e "$place" ] || find "$place" ! -type d | LC_ALL=C sort | while read -r file; do
        echo "file $file $(mark "$file") $(set_apart "$file" | cut -c1-20)"
    done
done
# Halves of files that were being written.
find /etc /usr/local /opt /var/lib/urania -xdev -name '*.urania' | sed 's/^/half /'
for unit in containerd kubelet etcd haproxy urania-node-local-dns; do
    echo "unit $unit $(systemctl is-active "$unit" || :) $(systemctl is-enabled "$unit" 2>/dev/null || :)"
done
systemctl list-units --failed --plain --no-legend | sed 's/^/failed /'
dpkg-query --show --showformat='package ${Package} ${db:Status-Status}\n'
[ ! -S /run/containerd/containerd.sock ] || ctr -n k8s.io images list -q 2>/dev/null | grep -v ^sha256: | sort | sed 's/^/image /'
