package io.urania.cluster.kubespray;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups that Kubespray makes of others (its role {@code dynamic_groups}), and the old names of groups. */
public final class GroupNames {
    /** The release that renamed the groups. */
    public static final Release RENAMED = new Release(16);

    private static final Map<String, String> OLD = old();

    private GroupNames() {}

    /** Today's names by the old ones. */
    public static Map<String, String> renamed() {
        return OLD;
    }

    /** Each group that Kubespray makes, with the groups whose hosts join it. */
    public static Map<String, List<String>> made() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        OLD.forEach((old, current) -> groups.put(current, List.of(old)));
        groups.put("k8s_cluster", List.of("k8s-cluster", "kube_node", "kube_control_plane", "calico_rr"));
        return Collections.unmodifiableMap(groups);
    }

    private static Map<String, String> old() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("kube-master", "kube_control_plane");
        names.put("kube-node", "kube_node");
        names.put("calico-rr", "calico_rr");
        names.put("no-floating", "no_floating");
        names.put("k8s-cluster", "k8s_cluster");
        return Collections.unmodifiableMap(names);
    }
}
