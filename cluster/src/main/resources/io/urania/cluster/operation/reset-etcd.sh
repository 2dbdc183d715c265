# Takes etcd and its data from a host. Set before: programs, data.
# shellcheck disable=SC2154
systemctl disable --quiet --now etcd.service 2>/dev/null || :
if [ -d "$data" ]; then
    rm -rf "$data"/* "$data"/.[!.]*
    rmdir "$data" 2>/dev/null || :
fi
# etcd's user stays, and /etc/sysusers.d/urania-etcd.conf, which says so to systemd-sysusers.
rm -rf /etc/etcd /etc/etcd.env /etc/ssl/etcd /etc/systemd/system/etcd.service
rm -f "$programs/etcd" "$programs/etcdctl"
