package io.urania.cluster.phases.etcd;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;

/** What a member of etcd keeps. */
final class EtcdData {

    private EtcdData() {}

    /** In the directory that the inventory names, or that of {@code former_data} on a host that was a member once. */
    static Leftover leftover(EtcdSpec etcd) {
        return new Leftover.Own(Stage.REMOVE, "the data of etcd", script(etcd.dataDirectory()));
    }

    static String script(String directory) {
        return "data=" + Shell.quote(directory) + "\ndata=${former_data:-$data}\n"
                + ResourceText.beside(EtcdData.class, "etcds-data.sh");
    }
}
