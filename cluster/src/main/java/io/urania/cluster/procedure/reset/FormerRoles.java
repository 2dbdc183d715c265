package io.urania.cluster.procedure.reset;

import io.urania.cluster.observation.EtcdProbe;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;

/** What a host has of roles that the inventory does not give it now, as of a group that it was taken from: only the host can tell. */
final class FormerRoles {

    private static final String NOWHERE = "/nonexistent";

    private FormerRoles() {}

    /**
     * The script for a host.
     *
     * @param node takes what nodes have
     * @param etcd takes what members of etcd have
     */
    static String script(String node, String etcd, boolean isNode, boolean isMember) {
        return "settings=" + Shell.quote(EtcdProbe.SETTINGS) + "\n"
                + "etcd_unit=" + (isMember ? NOWHERE : "/etc/systemd/system/etcd.service") + "\n"
                + "kubelet_unit=" + (isNode ? NOWHERE : "/etc/systemd/system/kubelet.service") + "\n"
                + "take_etcd() {\n" + etcd + "}\n"
                + "take_node() {\n" + node + "}\n"
                + ResourceText.beside(FormerRoles.class, "former-roles.sh");
    }
}
