package io.urania.lab.card;

import io.urania.lab.card.HostSettings.Difference;
import java.util.List;

/** All that the lab changes on a rack's containers because they share the kernel of the machine that the rack is on. */
public final class Deviations {
    /** The one list of them; {@code docs/lab.md} shows it. */
    public static final List<Deviation> OF_CONTAINERS = List.of(
            new Deviation(
                    "no kernel module is loaded, and none can be: those of the machine are there from the start, and the settings of"
                            + " bridges with them",
                    "modules are the machine's; hosts see its /sys/module and have no module files",
                    List.of(
                            "module.*",
                            "sysctl.net.bridge.*",
                            "active.kmod-static-nodes.service",
                            "unit.kmod-static-nodes.service",
                            "unit.modprobe@.service")),
            new Deviation(
                    "the connection tracking limit is the machine's; `kube_proxy_conntrack_max_per_core: 0`",
                    "the kernel has one limit, which no other network namespace may write",
                    List.of("sysctl.net.netfilter.nf_conntrack_max")),
            new Deviation(
                    "inotify: 8192 instances and 1048576 watches, not the kernel's 128 and 8192",
                    "they are counted per user, over all containers of the machine: a dozen systemd, containerd and kubelet use them up",
                    List.of("sysctl.fs.inotify.max_user_instances", "sysctl.fs.inotify.max_user_watches")),
            new Deviation(
                    "limits of keys and process ids are raised",
                    "they are the machine's, and counted over all hosts",
                    List.of("sysctl.kernel.keys.maxbytes", "sysctl.kernel.keys.maxkeys", "sysctl.kernel.pid_max")),
            new Deviation(
                    "of Debian's own sysctl.d only what is per network namespace is applied; the rest is commented out in files of"
                            + " the same names in /etc/sysctl.d",
                    "fs, kernel and vm are settings of the machine; what kubelet sets of them is put back when the last rack goes",
                    List.of(
                            "configuration./etc/sysctl.d/50-pid-max.conf",
                            "configuration./etc/sysctl.d/99-protect-links.conf",
                            "sysctl.fs.protected_*",
                            "sysctl.kernel.panic",
                            "sysctl.kernel.panic_on_oops",
                            "sysctl.vm.*")),
            new Deviation(
                    "cgroups are the machine's, of version 1 or 2; on version 1 `kubelet_cgroup_driver: cgroupfs`",
                    "systemd in a host does not own the version 1 cgroups that kubelet uses",
                    List.of("cgroup.*")),
            new Deviation(
                    "with a memory limit, `/proc/meminfo` is a file that never changes; other calls (`sysinfo`) tell the machine's memory",
                    "the kernel's own tells of all hosts at once",
                    List.of()),
            new Deviation(
                    "the swap entry of /etc/fstab names a file that is not there and is never switched on; where the machine swaps,"
                            + " `kubelet_fail_swap_on: false`",
                    "swap is the machine's, and systemd leaves such entries alone in a container",
                    List.of("swap.*", "active.*.swap")),
            new Deviation(
                    "no host is behind in time, and none sets its clock",
                    "Linux has one wall clock for all containers; virtual machines have their own",
                    List.of("active.systemd-timesyncd.service")),
            new Deviation(
                    "no device manager, and no kernel, firmware or initial file system among the packages",
                    "devices are the machine's: udev would act on them; nothing boots a kernel",
                    List.of(
                            "active.systemd-udev*",
                            "unit.systemd-udev*",
                            "active.apparmor.service",
                            "unit.apparmor.service",
                            "package.apparmor",
                            "package.busybox",
                            "package.cpio",
                            "package.firmware-*",
                            "package.initramfs-tools*",
                            "package.klibc-utils",
                            "package.libklibc",
                            "package.linux-*",
                            "package.udev",
                            "package.zstd")),
            new Deviation(
                    "file systems of the kernel (debug, tracing, configuration, FUSE connections, binary formats), the random seed"
                            + " and the disk's trimming are left alone",
                    "they are the machine's",
                    List.of(
                            "unit.proc-sys-fs-binfmt_misc.*",
                            "unit.sys-fs-fuse-connections.mount",
                            "unit.sys-kernel-*.mount",
                            "active.fstrim.timer",
                            "active.systemd-binfmt.service",
                            "active.systemd-random-seed.service")),
            new Deviation(
                    "no console to log in on",
                    "a container has none",
                    List.of(
                            "active.getty@*",
                            "active.serial-getty@*",
                            "unit.console-getty.service",
                            "unit.getty.target")),
            new Deviation(
                    "`rack-start.service` gives the address, and sets forwarding and rp_filter to the kernel's own 0 before"
                            + " systemd-sysctl.service",
                    "a new network namespace takes the settings of IPv4 from the machine's, which forwards",
                    List.of("active.rack-start.service", "unit.rack-start.service")),
            new Deviation(
                    "the root is an overlay over a tree that hosts share",
                    "making a host takes no time and no room; containerd, kubelet and etcd have directories of the machine's disk",
                    List.of("filesystem.*")),
            new Deviation(
                    "journald reads neither the kernel's messages nor its audit",
                    "they tell of all hosts at once",
                    List.of("active.systemd-journald-audit.socket")),
            new Deviation(
                    "systemd-detect-virt says systemd-nspawn",
                    "it is one; units that do not run in containers do not run",
                    List.of("virtualization")));

    private Deviations() {}

    /** Those differences that no deviation of the list explains: what the rack is kinder or harder in without saying so. */
    public static List<Difference> unexplained(List<Difference> differences) {
        return differences.stream()
                .filter(difference ->
                        OF_CONTAINERS.stream().noneMatch(deviation -> deviation.explains(difference.key())))
                .toList();
    }
}
