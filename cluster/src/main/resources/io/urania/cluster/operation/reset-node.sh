# Takes everything of Kubernetes from a node. Set before: programs, pods (the pods' network), local_address, links and running (interfaces
# and directories of network plugins), storage and state (containerd's directories), unmount_below(), own_directory(), take_containerds().
# Every step works where nothing is left of what it removes.
# shellcheck disable=SC2154
systemctl disable --quiet --now kubelet.service 2>/dev/null || :

# While containerd runs it ends pods in good order; what outlives that is ended below.
if systemctl is-active --quiet containerd.service && [ -x "$programs/crictl" ]; then
    timeout 120 "$programs/crictl" rmp --force --all >/dev/null 2>&1 || :
fi
systemctl disable --quiet --now containerd.service 2>/dev/null || :

end_processes_named() {
    for directory in /proc/[0-9]*; do
        read -r name <"$directory/comm" 2>/dev/null || continue
        case $name in "$1"*) kill -KILL "${directory#/proc/}" 2>/dev/null || : ;; esac
    done
}

# A container's processes are the children of its shim, in a control group that has the shim's name on version 2 only:
# the shim is asked first, for it ends its container; then whatever is left in the pods' control groups.
end_processes_named containerd-shim
for list in /sys/fs/cgroup/*/kubepods/cgroup.procs /sys/fs/cgroup/*/kubepods/*/cgroup.procs \
    /sys/fs/cgroup/*/kubepods/*/*/cgroup.procs /sys/fs/cgroup/*/kubepods/*/*/*/cgroup.procs \
    /sys/fs/cgroup/kubepods*/cgroup.procs /sys/fs/cgroup/kubepods*/*/cgroup.procs \
    /sys/fs/cgroup/kubepods*/*/*/cgroup.procs /sys/fs/cgroup/kubepods*/*/*/*/cgroup.procs; do
    [ -r "$list" ] || continue
    while read -r process; do
        kill -KILL "$process" 2>/dev/null || :
    done <"$list"
done

for directory in /var/lib/kubelet "$storage" "$state" /run/netns /var/run/netns; do
    unmount_below "$directory"
done

for link in cni0 kube-ipvs0 $links; do
    ip link delete "$link" 2>/dev/null || :
done
for path in /sys/class/net/veth*; do
    [ -e "$path" ] && ip link delete "${path##*/}" 2>/dev/null || :
done
ip route flush root "$pods" 2>/dev/null || :
systemctl disable --quiet --now urania-node-local-dns.service 2>/dev/null || :
ip address delete "$local_address/32" dev lo 2>/dev/null || :

# Rules of Kubernetes, of CNI plugins and of flannel go; those of others stay.
drop_rules() {
    command -v "$1-save" >/dev/null 2>&1 || return 0
    "$1-save" 2>/dev/null | while IFS= read -r rule; do
        case $rule in
        *KUBE-* | *CNI-* | *FLANNEL-* | *cali-* | *flanneld* | *"$pods"*) ;;
        *) printf '%s\n' "$rule" ;;
        esac
    done | "$1-restore" 2>/dev/null || :
}
for tool in iptables ip6tables iptables-legacy ip6tables-legacy; do
    drop_rules "$tool"
done
if command -v nft >/dev/null 2>&1; then
    for family in ip ip6; do
        nft delete table "$family" kube-proxy 2>/dev/null || :
    done
fi

empty_directory() {
    [ -d "$1" ] || return 0
    # It is Kubernetes' own; what a link there leads to need not be.
    [ "$(cd -P -- "$1" && pwd -P)" = "$1" ] || own_directory "$1" || exit 1
    for entry in "$1"/* "$1"/.[!.]*; do
        case $entry in
        # What was there before Urania, and what somebody changed in its files.
        *.before-urania* | *.edited*) ;;
        *) [ ! -e "$entry" ] && [ ! -L "$entry" ] || rm -rf "$entry" ;;
        esac
    done
}
empty_directory /etc/kubernetes
empty_directory /var/lib/kubelet
# A containerd that ran before Urania has containers and images of its own there.
theirs=
[ ! -r /var/lib/urania/units/containerd.service ] || read -r _ theirs </var/lib/urania/units/containerd.service || :
if [ "$theirs" != active ]; then
    take_containerds "$storage"
    take_containerds "$state"
fi
rm -rf $running /run/nri /var/lib/cni /run/containerd /run/urania /var/run/kubernetes \
    /var/log/pods /var/log/containers /run/xtables.lock /etc/systemd/system/urania-node-local-dns.service \
    /etc/modules-load.d/urania.conf /etc/sysctl.d/90-urania.conf /etc/sysctl.d/zz-urania.conf

# Swap comes back.
rm -f /etc/rpi/swap.conf.d/90-urania.conf
if [ -e /etc/systemd/zram-generator.conf.before-urania ]; then
    mv -f /etc/systemd/zram-generator.conf.before-urania /etc/systemd/zram-generator.conf
elif [ -f /etc/systemd/zram-generator.conf ] && [ ! -s /etc/systemd/zram-generator.conf ]; then
    rm -f /etc/systemd/zram-generator.conf
fi
if [ -e /var/lib/urania/swap-target-masked ]; then
    systemctl unmask --quiet swap.target
fi
case $(cat /etc/fstab 2>/dev/null || :) in
*'#urania: '*)
    while IFS= read -r line || [ -n "$line" ]; do
        printf '%s\n' "${line#\#urania: }"
    done </etc/fstab >/etc/fstab.urania
    # In place: the file may be a mount of its own.
    cat /etc/fstab.urania >/etc/fstab
    rm -f /etc/fstab.urania
    swapon -a 2>/dev/null || :
    ;;
esac
