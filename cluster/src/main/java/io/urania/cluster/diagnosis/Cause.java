package io.urania.cluster.diagnosis;

/** Why a node or a member of etcd does not come. */
enum Cause {
    PORT_TAKEN("", "end the process that has the port, or the service that starts it (systemctl status PID names it)"),
    SWAP("swap is on", "turn it off, now and at boot: swapoff --all, and the entry in /etc/fstab or the .swap unit"),
    MEMORY_CONTROL_GROUP(
            "the kernel has the control group for memory turned off",
            "put cgroup_enable=memory into the kernel's command line (cmdline.txt on a Raspberry Pi) and boot"),
    CONTROL_GROUP_DRIVER(
            "the kubelet and containerd use different drivers for control groups",
            "make kubelet_cgroup_driver and containerd's SystemdCgroup the same"),
    CONTROL_GROUP_VERSION(
            "this kubelet does not run with version 1 of control groups",
            "boot with version 2, or set failCgroupV1: false for the kubelet"),
    UNKNOWN_SETTING(
            "the kubelet does not know one of its settings",
            "correct it in the inventory (kubelet_custom_flags, kubelet_config_extra_args) or take the foreign drop-in away"),
    NODE_NAME(
            "the cluster has another machine under this node's name",
            "give the host another name, or take the old node away: kubectl delete node NAME"),
    CLOCK(
            "a certificate is not valid at the time that the clock shows",
            "set the clocks: timedatectl on this host and on the first control plane host must agree"),
    OTHER_AUTHORITY(
            "a certificate is of another authority: something of an older cluster is left, or another program answers at"
                    + " the API's address",
            "take what is left in /etc/kubernetes/pki and /var/lib/kubelet/pki away with reset, and see what answers there"),
    OTHER_CLUSTER(
            "its data is of another cluster than that of its peers",
            "one of them has old data: take the wrong one's data directory away, when you know that nobody needs it"),
    MEMBER_REMOVED(
            "the cluster has removed this member, and its data is still here",
            "take its data directory away and add it as a new member"),
    MEMBER_BOOTSTRAPPED(
            "the cluster knows this member already, and its data is not here any more",
            "remove the member with etcdctl member remove, and add it anew"),
    NO_SPACE("no space is left on the device, or no inode", "make room: df --human-readable; df --inodes"),
    NO_PERMISSION("it may not read or write its files", "see owner and rights of the file that it names"),
    IMAGE_MISSING(
            "an image is missing on the host and cannot be had", "see crictl images, and run the same command again"),
    NO_RUNTIME("containerd does not answer", "see systemctl status containerd; journalctl --unit=containerd"),
    ETCD_UNREACHABLE("etcd does not answer", "see systemctl status etcd on the hosts of group etcd"),
    KUBELET_ENDS("the kubelet does not stay up", "see systemctl status kubelet; journalctl --unit=kubelet"),
    ENDPOINT_NOT_API(
            "something else answers at the API's address than an API server, such as a proxy",
            "see loadbalancer_apiserver in the inventory, and the variables *_proxy in /etc/environment on this host"),
    ENDPOINT_UNREACHABLE(
            "the API's address does not answer",
            "see the balancer: systemctl status haproxy there, and that this host reaches its port");

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
