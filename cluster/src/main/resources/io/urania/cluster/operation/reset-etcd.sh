# Takes etcd's data from a host. Set before: data.
# shellcheck disable=SC2154
systemctl disable --quiet --now etcd.service 2>/dev/null || :
if [ -d "$data" ]; then
    # All that etcd writes; other files there are somebody else's.
    rm -rf "$data/member"
    rmdir "$data" 2>/dev/null || :
fi
# etcd's user stays, and /etc/sysusers.d/urania-etcd.conf, which says so to systemd-sysusers.
