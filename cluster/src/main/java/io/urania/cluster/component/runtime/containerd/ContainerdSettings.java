package io.urania.cluster.component.runtime.containerd;

import static io.urania.cluster.component.runtime.containerd.ContainerdSetting.plain;
import static io.urania.cluster.component.runtime.containerd.ContainerdSetting.setting;

import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;

/** The variables that are in containerd's configuration as they are. */
final class ContainerdSettings {

    private static final VariableType<Integer> IDENTITY = ScalarTypes.integer(0, Integer.MAX_VALUE);

    /** In the order of the documentation. */
    static final List<ContainerdSetting<?>> ALL = List.of(
            plain(
                    "containerd_oom_score",
                    ScalarTypes.integer(-1_000, 1_000),
                    "how readily the kernel ends containerd when memory runs out; systemd starts it with -999",
                    Table.TOP,
                    "oom_score"),
            plain(
                    "containerd_debug_address",
                    ScalarTypes.matching(
                            "the path of a socket, or nothing",
                            "(?!.*/\\.\\.?(?:/|$))(?:/[A-Za-z0-9._-]+)*",
                            "/run/containerd/debug.sock"),
                    "socket at which containerd serves profiles of itself",
                    Table.DEBUG,
                    "address"),
            plain(
                    "containerd_debug_format",
                    ScalarTypes.matching("text, json or nothing", "(?:text|json)?", "json"),
                    "how containerd's log is written",
                    Table.DEBUG,
                    "format"),
            plain("containerd_debug_uid", IDENTITY, "user whose socket that is", Table.DEBUG, "uid"),
            plain("containerd_debug_gid", IDENTITY, "group whose socket that is", Table.DEBUG, "gid"),
            truth(
                    "containerd_enable_unprivileged_ports",
                    "whether any user of a pod may listen on ports below 1024",
                    "enable_unprivileged_ports"),
            truth(
                    "containerd_enable_unprivileged_icmp",
                    "whether any user of a pod may ping",
                    "enable_unprivileged_icmp"),
            truth("containerd_enable_selinux", "whether containers have labels of SELinux", "enable_selinux"),
            truth("containerd_disable_apparmor", "whether containers have no profile of AppArmor", "disable_apparmor"),
            truth(
                    "containerd_tolerate_missing_hugetlb_controller",
                    "whether limits of huge pages are left out where the kernel has none",
                    "tolerate_missing_hugetlb_controller"),
            truth(
                    "containerd_disable_hugetlb_controller",
                    "whether limits of huge pages are left out",
                    "disable_hugetlb_controller"),
            plain(
                    "containerd_snapshotter",
                    ScalarTypes.matching(
                            "the name of a snapshotter", "[a-z][a-z0-9._-]*", "overlayfs", "native", "btrfs"),
                    "how the layers of images become the files of a container",
                    Table.SNAPSHOTS,
                    "snapshotter"),
            setting(
                    "containerd_image_pull_progress_timeout",
                    ClusterTypes.duration(),
                    "after how long without a byte the pull of an image is given up",
                    Table.IMAGES,
                    "image_pull_progress_timeout",
                    Object::toString),
            setting(
                    "nri_enabled",
                    ScalarTypes.truth(),
                    "whether plugins of NRI, the interface for resources of nodes, may change containers",
                    Table.NODE_RESOURCES,
                    "disable",
                    enabled -> !enabled));

    private ContainerdSettings() {}

    static List<Variable<?>> variables() {
        return ALL.stream().<Variable<?>>map(ContainerdSetting::variable).toList();
    }

    private static ContainerdSetting<Boolean> truth(String name, String meaning, String key) {
        return plain(name, ScalarTypes.truth(), meaning, Table.RUNTIME, key);
    }
}
