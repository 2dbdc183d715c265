# Removes the directories that Urania's files were in, where nothing is left in them.
for directory in /etc/containerd/certs.d/* /etc/containerd/certs.d /etc/containerd /etc/cni/net.d /etc/cni \
    /opt/cni/bin /opt/cni /opt/containerd/bin /opt/containerd/lib /opt/containerd \
    /etc/etcd/pki /etc/etcd /etc/ssl/etcd/ssl /etc/ssl/etcd /etc/kubernetes; do
    rmdir "$directory" 2>/dev/null || :
done
