package io.urania.cluster.procedure.reset;

import io.urania.cluster.leftover.Removal;
import io.urania.cluster.phases.etcd.EtcdData;
import io.urania.cluster.phases.etcd.EtcdMembers;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.spec.EtcdSpec;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;

/** What a host has of roles that the inventory does not give it now, as of a group that it was taken from: only the host can tell. */
final class FormerRoles {

    private static final String NOWHERE = "/nonexistent";

    private FormerRoles() {}

    /**
     * The script for a host.
     *
     * @param node takes what nodes have
     * @param hasServices whether the inventory has members of etcd there that are services
     */
    static String script(ClusterSpec spec, String node, boolean isNode, boolean hasServices) {
        EtcdSpec etcd = spec.etcd();
        String member = Removal.script(EtcdMembers.ofServices(spec));
        String events = Removal.script(EtcdMembers.leftovers(etcd.events()));
        return EtcdData.formerly()
                + "kubelet_unit=" + (isNode ? NOWHERE : "/etc/systemd/system/kubelet.service") + "\n"
                + "take_etcd() {\n" + member + "}\n"
                + "take_etcd_of_events() {\n" + events + "}\n"
                + "take_node() {\n" + node + "}\n"
                + "former_etcds() {\n"
                // Before the other one, which takes what both share.
                + former(etcd.events(), hasServices && etcd.storesEventsApart(), "take_etcd_of_events")
                + former(etcd.main(), hasServices, "take_etcd")
                + "}\n"
                + ResourceText.beside(FormerRoles.class, "former-roles.sh");
    }

    private static String former(EtcdInstance instance, boolean isWanted, String take) {
        return "    former_etcd "
                + Shell.words(List.of(
                        instance.name(),
                        isWanted ? NOWHERE : instance.unitFile(),
                        instance.description(),
                        instance.settings(),
                        take))
                + "\n";
    }
}
