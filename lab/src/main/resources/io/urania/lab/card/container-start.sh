#!/bin/sh
# Makes a container that boots what a machine is that boots: with its address, with mounts as a kubelet needs them, and with the
# kernel's own network settings, for a new network namespace takes those of IPv4 from the machine (net.core.devconf_inherit_init_net).
# Runs before systemd-sysctl.service, which then applies what is in sysctl.d.
set -eu
. /etc/rack/network
mount --make-rshared /
for controller in /sys/fs/cgroup/*/; do
    controller=${controller%/}
    if mountpoint -q "$controller" && [ ! -w "$controller/cgroup.procs" ]; then
        mount -o remount,bind,rw "$controller"
    fi
done
# The kernel's own tells the memory of the machine. What nspawn binds below /proc it looks for inside of the host, so it is bound here.
if [ -e /etc/rack/meminfo ]; then
    mount --bind /etc/rack/meminfo /proc/meminfo
    mount -o remount,bind,ro /proc/meminfo
fi
# This first: the kernel sets others by it.
echo 0 >/proc/sys/net/ipv4/ip_forward
for setting in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 >"$setting"; done
ip address replace "$ADDRESS" dev host0
if [ "$(cat /proc/sys/net/ipv6/conf/default/disable_ipv6 2>/dev/null)" = 0 ]; then
    # Nobody else has it: it need not be looked for, which takes seconds.
    ip address replace "$IPV6_ADDRESS" dev host0 nodad
fi
ip link set host0 up
ip route replace default via "$GATEWAY"
# It leads nowhere; from a unique local address nobody goes there while there is IPv4 (RFC 6724, section 10.6).
[ -z "$(ip -6 address show dev host0 scope global)" ] || ip -6 route replace default via "$IPV6_GATEWAY"
