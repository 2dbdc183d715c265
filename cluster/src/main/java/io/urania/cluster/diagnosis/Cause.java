package io.urania.cluster.diagnosis;

/** Why a node or a member of etcd does not come. */
enum Cause {
    PORT_TAKEN("", "end the process that has the port, or the service that starts it (systemctl status PID names it)"),
    SWAP("swap is on", "turn it off, now and at boot: swapoff --all, and the entry in /etc/fstab or the .swap unit"),
    MEMORY_CONTROL_GROUP(
            "the memory cgroup is disabled in the kernel",
            "add cgroup_enable=memory to the kernel command line (cmdline.txt on a Raspberry Pi) and reboot"),
    CONTROL_GROUP_DRIVER(
            "the kubelet and containerd use different cgroup drivers",
            "set kubelet_cgroup_driver and containerd's SystemdCgroup to the same driver"),
    CONTROL_GROUP_VERSION(
            "this kubelet does not support cgroup v1",
            "boot with cgroup v2, or set failCgroupV1: false for the kubelet"),
    UNKNOWN_SETTING(
            "the kubelet does not know one of its settings",
            "correct it in the inventory (kubelet_custom_flags, kubelet_config_extra_args) or remove the drop-in that sets it"),
    NODE_NAME(
            "the cluster has another machine with the name of this node",
            "give the host another name, or remove the old node: kubectl delete node NAME"),
    CLOCK(
            "a certificate is not valid at the clock's time",
            "set the clocks: timedatectl on this host and on the first control plane host must agree"),
    OTHER_AUTHORITY(
            "a certificate was signed by another authority: parts of an older cluster are left, or another program answers at"
                    + " the API's address",
            "remove what is left in /etc/kubernetes/pki and /var/lib/kubelet/pki with reset, and check what answers there"),
    OTHER_CLUSTER(
            "its data belongs to a different cluster than that of its peers",
            "one of them has old data: remove that data directory, once you know that nobody needs it"),
    MEMBER_REMOVED(
            "the member was removed from the cluster, but its data is still here",
            "remove its data directory and add it as a new member"),
    MEMBER_BOOTSTRAPPED(
            "the cluster already has this member, but its data is gone",
            "remove the member with etcdctl member remove, and add it again"),
    NO_SPACE("no space or no inodes left on the device", "free some: df --human-readable; df --inodes"),
    NO_PERMISSION("it is not allowed to read or write its files", "check owner and mode of the file that it names"),
    IMAGE_MISSING(
            "an image is missing on the host and cannot be pulled",
            "check crictl images, and run the same command again"),
    NO_RUNTIME("containerd does not answer", "check systemctl status containerd; journalctl --unit=containerd"),
    ETCD_UNREACHABLE("etcd does not answer", "check systemctl status etcd on the hosts of group etcd"),
    KUBELET_ENDS("the kubelet does not stay up", "check systemctl status kubelet; journalctl --unit=kubelet"),
    ENDPOINT_NOT_API(
            "something other than an API server answers at the API's address, such as a proxy",
            "check loadbalancer_apiserver in the inventory, and the variables *_proxy in /etc/environment on this host"),
    ENDPOINT_UNREACHABLE(
            "the API's address does not answer",
            "check the load balancer: systemctl status haproxy there, and that this host reaches its port");

    private final String what;
    private final String remedy;

    Cause(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** In a few words; empty where the program says it best itself. */
    String what() {
        return what;
    }

    /** What to do, an order without its full stop. */
    String remedy() {
        return remedy;
    }
}
