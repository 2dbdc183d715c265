package io.urania.cluster.component.runtime.containerd;

import io.urania.cluster.phase.OutsideProxies;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.AbsentFile;
import io.urania.engine.resource.file.TextFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The proxies through which containerd pulls images for pods, in its environment. The file is for root alone if a URL has a user in it:
 * everybody on a host may read the environment that a unit itself sets.
 */
record Proxies(ClusterSpec spec, boolean ownUnit) {

    static final String FILE = "/etc/containerd/urania-proxies.env";

    /** In containerd's unit. */
    static final String LINE = "EnvironmentFile=" + FILE + "\n";

    /** For the unit of Debian's package. */
    static final String DROP_IN = "/etc/systemd/system/containerd.service.d/urania-proxies.conf";

    /** The files, or that there are none. */
    List<Resource> resources() {
        if (!spec.proxies().isSet()) {
            return ownUnit ? List.of(new AbsentFile(FILE)) : List.of(new AbsentFile(FILE), new AbsentFile(DROP_IN));
        }
        String text = new OutsideProxies(spec).environment();
        List<Resource> files = new ArrayList<>();
        files.add(spec.proxies().isSecret() ? TextFile.secret(FILE, text) : TextFile.of(FILE, text));
        if (!ownUnit) {
            files.add(TextFile.of(DROP_IN, "[Service]\n" + LINE));
        }
        return List.copyOf(files);
    }

    /** Those of the files that containerd reads when it starts. */
    List<String> reads() {
        if (!spec.proxies().isSet()) {
            return List.of();
        }
        return ownUnit ? List.of(FILE) : List.of(FILE, DROP_IN);
    }
}
