#!/bin/sh
# Prints how a host is set up as far as a Kubernetes node minds, one KEY=VALUE a line: what a container has in common with a machine
# that boots by itself, and what not. Changes nothing.
set -u
export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
name=$(cat /etc/hostname)

# cat and not read: the kernel ends such a file after the one byte that a shell reads.
setting() { # PATH_BELOW_/proc/sys
    [ ! -r "/proc/sys/$1" ] || printf 'sysctl.%s=%s\n' "$(echo "$1" | tr / .)" "$(tr -s '\t\n' ' ' <"/proc/sys/$1" | sed 's/ $//')"
}
for name_of_setting in net/ipv4/ip_forward net/ipv4/ip_local_port_range net/ipv4/ip_unprivileged_port_start \
    net/ipv4/ip_nonlocal_bind net/ipv4/tcp_syncookies net/ipv4/tcp_keepalive_time net/core/somaxconn \
    net/netfilter/nf_conntrack_max net/bridge/bridge-nf-call-iptables net/bridge/bridge-nf-call-ip6tables \
    net/bridge/bridge-nf-call-arptables fs/inotify/max_user_instances fs/inotify/max_user_watches fs/protected_fifos \
    fs/protected_hardlinks fs/protected_regular fs/protected_symlinks kernel/keys/maxkeys kernel/keys/maxbytes kernel/pid_max \
    kernel/panic kernel/panic_on_oops vm/overcommit_memory vm/panic_on_oom vm/swappiness vm/max_map_count; do
    setting "$name_of_setting"
done
for scope in all default; do
    for name_of_setting in accept_local accept_redirects accept_source_route arp_accept arp_announce arp_filter arp_ignore arp_notify \
        forwarding log_martians mc_forwarding promote_secondaries proxy_arp route_localnet rp_filter secure_redirects \
        send_redirects shared_media src_valid_mark; do
        setting "net/ipv4/conf/$scope/$name_of_setting"
    done
    for name_of_setting in accept_ra accept_redirects accept_source_route autoconf disable_ipv6 forwarding; do
        setting "net/ipv6/conf/$scope/$name_of_setting"
    done
done

for module in br_netfilter dummy ip_tables ip_vs ip_vs_rr ip_vs_sh ip_vs_wrr nf_conntrack nf_tables nfs overlay vxlan wireguard; do
    if [ -e "/sys/module/$module" ]; then
        state=loaded
    elif modprobe -n -q "$module" 2>/dev/null; then
        state=loadable
    else
        state=missing
    fi
    echo "module.$module=$state"
done

line=0
while read -r address names; do
    case $address in '' | '#'*) continue ;; esac
    line=$((line + 1))
    echo "hosts.$line=$address $(echo "$names" | sed "s/\\b$name\\b/NAME/g")"
done </etc/hosts
while read -r what where kind rest; do
    case $what in '#'*) continue ;; esac
    [ "$kind" != swap ] || echo "fstab.swap=$what $where $kind $rest" | tr -s ' \t' ' '
done </etc/fstab
{ read -r _ || :; while read -r area _; do echo "swap.$area=active"; done; } </proc/swaps

if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    echo "cgroup.version=2"
    for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do echo "cgroup.controller.$controller=yes"; done
else
    echo "cgroup.version=1"
    for controller in cpu cpuset memory pids; do
        [ ! -d "/sys/fs/cgroup/$controller" ] || echo "cgroup.controller.$controller=yes"
    done
fi
echo "virtualization=$(systemd-detect-virt 2>/dev/null || :)"
for place in / /tmp /etc /var/lib/containerd; do
    echo "filesystem.$place=$(stat -f -c %T "$place" 2>/dev/null || :)"
done

[ ! -r /etc/default/locale ] || sed 's/^/locale.default./' /etc/default/locale
locale -a 2>/dev/null | sed 's/.*/locale.&=there/'
# From the files, not from systemd: it answers late on a machine that is slow and just up.
systemctl --root=/ list-unit-files --no-legend --no-pager 2>/dev/null | while read -r unit state _; do
    case $state in enabled | masked) echo "unit.$unit=$state" ;; esac
done
systemctl list-units --no-legend --no-pager --plain --all --state=active --type=service,timer,socket,swap 2>/dev/null |
    while read -r unit _; do
        case $unit in user* | session*) ;; *) echo "active.$unit=yes" ;; esac
    done
for conf in /etc/sysctl.d/* /etc/modules-load.d/* /etc/modprobe.d/*; do
    [ ! -e "$conf" ] || echo "configuration.$conf=there"
done
sshd -T 2>/dev/null | while read -r key value; do
    case $key in
    maxsessions | maxstartups | permitrootlogin | passwordauthentication | usepam) echo "sshd.$key=$value" ;;
    esac
done
dpkg-query --show --showformat 'package.${Package}=${db:Status-Status}\n' 2>/dev/null
