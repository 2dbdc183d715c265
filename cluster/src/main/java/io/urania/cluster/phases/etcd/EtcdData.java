package io.urania.cluster.phases.etcd;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;

/** What a member of etcd keeps. */
public final class EtcdData {

    private EtcdData() {}

    /** In the directory that the inventory names, or that of {@code former_data} on a host that was a member once. */
    static Leftover leftover(EtcdInstance instance) {
        return new Leftover.Own(Stage.REMOVE, "the data of " + instance.name(), script(instance.dataDirectory()));
    }

    /** Where a host has a static pod of kubeadm's etcd, whatever the inventory says by now: goes before the manifest does. */
    public static Leftover ofStaticPod(ClusterSpec spec) {
        return new Leftover.Own(
                Stage.REMOVE,
                "the data of kubeadm's etcd",
                "manifest=" + Shell.quote(spec.paths().manifests() + "/etcd.yaml") + "\n"
                        + ResourceText.beside(EtcdData.class, "static-pods-data.sh")
                        + "[ -n \"$data\" ] || exit 0\n"
                        + ResourceText.beside(EtcdData.class, "etcds-data.sh"));
    }

    static String script(String directory) {
        return "data=" + Shell.quote(directory) + "\ndata=${former_data:-$data}\n"
                + ResourceText.beside(EtcdData.class, "etcds-data.sh");
    }

    /** The function {@code former_data_of}, which tells in {@code former_data} where a member keeps its data whose settings are in a file. */
    public static String formerly() {
        return ResourceText.beside(EtcdData.class, "former-data.sh");
    }
}
