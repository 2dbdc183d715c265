package io.urania.cluster.phases.addons;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.observation.ClusterView;
import io.urania.cluster.phase.ClusterManifests;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.DnsSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.AddonVariables;
import io.urania.cluster.variable.DnsVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Service;
import io.urania.engine.resource.TextFile;
import java.util.List;

/** Policies where Kubernetes has them, names for services, a cache of names on every node, measurements. */
public final class Addons implements Phase {

    private static final String UNIT = "urania-node-local-dns.service";
    private static final String UNIT_FILE = "/etc/systemd/system/urania-node-local-dns.service";

    private final ClusterView view;

    public Addons(ClusterView view) {
        this.view = view;
    }

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(Deployment deployment) {
        return Manifests.of(deployment);
    }

    @Override
    public String title() {
        return "add-ons";
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        List<TaskId> needs = ControlPlane.administrable(spec);
        ClusterManifests manifests = new ClusterManifests(deployment, view);
        Manifests.of(deployment)
                .forEach(manifest -> manifests.declare(manifest, needs, asking(tasks, manifest.name())));
        spec.dns()
                .nodeLocal()
                .ifPresent(nodeLocal -> spec.nodes().forEach(node -> declareAddress(node, nodeLocal, tasks)));
    }

    private static Tasks asking(Tasks tasks, String manifest) {
        return switch (manifest) {
            case "node-local-dns" -> tasks.because(DnsVariables.NODE_LOCAL_ENABLED);
            case "metrics-server" -> tasks.because(AddonVariables.METRICS_SERVER);
            default -> tasks;
        };
    }

    private static void declareAddress(NodeSpec node, DnsSpec.NodeLocal nodeLocal, Tasks tasks) {
        TaskId file = tasks.because(DnsVariables.NODE_LOCAL_ENABLED, DnsVariables.NODE_LOCAL_ADDRESS)
                .add(node.host(), TextFile.of(UNIT_FILE, unit(nodeLocal)));
        Service address = Service.of(UNIT, List.of(UNIT_FILE), List.of())
                .restartMeaning("pods of this node find no names for a moment");
        tasks.add(node.host(), address, file);
    }

    /** The address goes on the loopback interface: every kernel has it, and it is never down. */
    private static String unit(DnsSpec.NodeLocal nodeLocal) {
        return """
                [Unit]
                Description=Address of the node-local DNS cache
                Before=kubelet.service

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=ip address replace %1$s/32 dev lo
                ExecStop=ip address delete %1$s/32 dev lo

                [Install]
                WantedBy=multi-user.target
                """.formatted(nodeLocal.address());
    }
}
