package io.urania.cluster.phases.addons;

import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.ClusterManifests;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.Phase;
import io.urania.cluster.phase.PhaseDescription;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Place;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.phases.controlplane.ControlPlane;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.DnsSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.variable.rows.AddonVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import java.util.List;

/** Policies where Kubernetes has them, names for services, a cache of names on every node, measurements. */
public final class Addons implements Phase {

    /** The chapter in words. */
    public static final PhaseDescription DESCRIPTION = PhaseDescription.of(
                    "add-ons",
                    List.of(Place.FIRST_CONTROL_PLANE, Place.NODES),
                    "CoreDNS gives services names, a cache on every node answers most questions itself, metrics-server measures"
                            + " what pods use. Policies for pods are made where Kubernetes still has them.")
            .reading(List.of(
                    DnsVariables.MODE,
                    DnsVariables.DOMAIN,
                    DnsVariables.SERVICE,
                    DnsVariables.UPSTREAM,
                    DnsVariables.EXTERNAL,
                    DnsVariables.EXTERNAL_ZONE,
                    DnsVariables.ENDPOINT_POD_NAMES,
                    DnsVariables.NODE_LOCAL_ENABLED,
                    DnsVariables.NODE_LOCAL_ADDRESS,
                    DnsVariables.NODE_LOCAL_HEALTH_PORT,
                    ApiServerVariables.POD_SECURITY_POLICY,
                    AddonVariables.METRICS_SERVER,
                    AddonVariables.METRICS_SERVER_INSECURE_TLS,
                    AddonVariables.METRICS_SERVER_RESOLUTION,
                    AddonVariables.METRICS_SERVER_ADDRESS_TYPES,
                    ContainerVariables.IMAGE_PULL_POLICY))
            .with(Topic.FILES, List.of("/etc/systemd/system/urania-node-local-dns.service"))
            .with(Topic.UNITS, List.of("urania-node-local-dns.service"))
            .with(
                    Topic.PORTS,
                    List.of("53 on nodelocaldns_ip: names", "nodelocaldns_health_port: whether the cache is well"))
            .with(Topic.OBJECTS, List.of("pod-security-policies", "coredns", "node-local-dns", "metrics-server"));

    private static final String UNIT = "urania-node-local-dns.service";
    private static final String UNIT_FILE = "/etc/systemd/system/urania-node-local-dns.service";

    /** The manifests of this chapter. */
    public static List<Manifest> manifests(ClusterDesign design) {
        return Manifests.of(design);
    }

    @Override
    public PhaseDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        ClusterSpec spec = deployment.spec();
        List<TaskId> needs = ControlPlane.administrable(spec);
        ClusterManifests manifests = new ClusterManifests(deployment);
        Manifests.of(deployment.design())
                .forEach(manifest -> manifests.declare(manifest, needs, asking(tasks, manifest.name())));
        spec.dns()
                .nodeLocal()
                .ifPresent(nodeLocal -> spec.nodes().forEach(node -> declareAddress(node, nodeLocal, tasks)));
    }

    private static Tasks asking(Tasks tasks, String manifest) {
        return switch (manifest) {
            case "node-local-dns" -> tasks.because(DnsVariables.NODE_LOCAL_ENABLED);
            case "metrics-server" -> tasks.because(AddonVariables.METRICS_SERVER);
            case "coredns" ->
                tasks.because(
                        DnsVariables.MODE,
                        DnsVariables.DOMAIN,
                        DnsVariables.SERVICE,
                        DnsVariables.UPSTREAM,
                        DnsVariables.EXTERNAL,
                        DnsVariables.EXTERNAL_ZONE,
                        DnsVariables.ENDPOINT_POD_NAMES);
            case "pod-security-policies" -> tasks.because(ApiServerVariables.POD_SECURITY_POLICY);
            default -> tasks;
        };
    }

    private static void declareAddress(NodeSpec node, DnsSpec.NodeLocal nodeLocal, Tasks tasks) {
        TaskId file = tasks.because(DnsVariables.NODE_LOCAL_ENABLED, DnsVariables.NODE_LOCAL_ADDRESS)
                .add(node.host(), TextFile.of(UNIT_FILE, unit(nodeLocal)));
        Service address = Service.of(UNIT, List.of(UNIT_FILE), List.of())
                .restartMeaning("pods of this node find no names for a moment");
        tasks.because(DnsVariables.NODE_LOCAL_ENABLED, DnsVariables.NODE_LOCAL_ADDRESS)
                .add(node.host(), address, file);
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
