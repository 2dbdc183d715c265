package io.urania.cluster.component.addon.nodelocaldns;

import io.urania.artifacts.component.ImageId;
import io.urania.cluster.component.AddOn;
import io.urania.cluster.component.addon.coredns.CoreDns;
import io.urania.cluster.component.addon.coredns.Corefile;
import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.leftover.Stage;
import io.urania.cluster.manifest.Manifest;
import io.urania.cluster.manifest.ManifestTemplate;
import io.urania.cluster.observation.Proof;
import io.urania.cluster.phase.ClusterDesign;
import io.urania.cluster.phase.Deployment;
import io.urania.cluster.phase.PhaseDescription.Topic;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.spec.dns.CorefileSpec;
import io.urania.cluster.spec.dns.DnsSpec;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.ContainerVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.service.Service;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cache of names on every node, bound to a link-local address. */
public final class NodeLocalDns implements AddOn {

    private static final String UNIT = "urania-node-local-dns.service";
    private static final String UNIT_FILE = "/etc/systemd/system/urania-node-local-dns.service";

    @Override
    public String name() {
        return "node-local-dns";
    }

    @Override
    public List<Variable<?>> reads() {
        List<Variable<?>> read = new ArrayList<>(List.of(
                DnsVariables.NODE_LOCAL_ENABLED,
                DnsVariables.NODE_LOCAL_ADDRESS,
                DnsVariables.NODE_LOCAL_HEALTH_PORT,
                ContainerVariables.IMAGE_PULL_POLICY));
        read.addAll(shaping());
        return List.copyOf(read);
    }

    @Override
    public List<Variable<?>> shaping() {
        List<Variable<?>> shaping =
                new ArrayList<>(List.of(DnsVariables.DOMAIN, DnsVariables.SERVICE, DnsVariables.UPSTREAM));
        shaping.addAll(CorefileVariables.NODE_LOCAL);
        return List.copyOf(shaping);
    }

    @Override
    public List<Variable<?>> switches() {
        return List.of(DnsVariables.NODE_LOCAL_ENABLED);
    }

    @Override
    public boolean isWanted(ClusterSpec spec) {
        return spec.dns().nodeLocal().isPresent();
    }

    @Override
    public Optional<Manifest> manifest(ClusterDesign design) {
        DnsSpec dns = design.spec().dns();
        DnsSpec.NodeLocal nodeLocal = cache(design.spec());
        Map<String, Object> values = new TreeMap<>();
        values.put("IMAGE", design.artifacts().reference(CoreDns.IMAGE));
        values.put("PULL_POLICY", design.spec().imagePullPolicy().word());
        values.put("ADDRESS", nodeLocal.address().toString());
        values.put("HEALTH_PORT", nodeLocal.healthPort());
        values.put("COREFILE", corefile(dns, nodeLocal));
        values.put("RESOURCES", nodeLocal.resources().tree());
        return Optional.of(ManifestTemplate.beside(NodeLocalDns.class, name()).fill(values));
    }

    private static String corefile(DnsSpec dns, DnsSpec.NodeLocal cache) {
        CorefileSpec spec = cache.corefile();
        String metrics = "prometheus " + cache.address().beforePort() + ":" + cache.metricsPort();
        return new Corefile()
                .zones(spec, 53, 30, Optional.of(cache.address()))
                .open(Corefile.domains(dns, spec, ":53") + " in-addr.arpa:53 ip6.arpa:53")
                .line("errors")
                .line("bind " + cache.address())
                .hosts(spec)
                .open("cache")
                .line("success 9984 30")
                .line("denial 9984 5")
                .close()
                .open("forward . " + dns.service())
                .line("force_tcp")
                .close()
                .line(metrics)
                .line("health " + cache.address().beforePort() + ":" + cache.healthPort())
                .line("reload")
                .close()
                .open(".:53")
                .lines(Corefile.block(spec, CorefileSpec.Block.ADDITIONAL))
                .line("errors")
                .line("bind " + cache.address())
                .hosts(spec)
                .line("cache 30")
                .upstream(dns, spec, List.of())
                .line(metrics)
                .line("reload")
                .close()
                .toString();
    }

    /** Its address is in their resolv.conf. */
    @Override
    public boolean isNeededByRunningPods() {
        return true;
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.daemonSet(name()));
    }

    @Override
    public List<String> components() {
        return List.of(CoreDns.IMAGE.component());
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public List<ImageId> images(NodeSpec node) {
        return List.of(CoreDns.IMAGE);
    }

    @Override
    public void declare(Deployment deployment, Tasks tasks) {
        DnsSpec.NodeLocal nodeLocal = cache(deployment.spec());
        deployment.spec().nodes().forEach(node -> declareAddress(node, nodeLocal, tasks));
    }

    @Override
    public List<Leftover> leftovers(ClusterSpec spec) {
        Address address = spec.dns()
                .nodeLocal()
                .map(DnsSpec.NodeLocal::address)
                .orElseGet(() -> DnsVariables.NODE_LOCAL_ADDRESS.fallback().orElseThrow());
        return List.of(
                new Leftover.Unit(UNIT),
                new Leftover.Own(
                        Stage.DISCONNECT,
                        "the address of the cache",
                        "ip address delete " + Shell.quote(address.alone().toString()) + " dev lo 2>/dev/null || :\n"),
                new Leftover.Written(UNIT_FILE));
    }

    @Override
    public Map<Topic, List<String>> details() {
        return Map.of(
                Topic.FILES,
                List.of(UNIT_FILE),
                Topic.UNITS,
                List.of(UNIT),
                Topic.PORTS,
                List.of("53 on nodelocaldns_ip: DNS", "nodelocaldns_health_port: health check"));
    }

    private static DnsSpec.NodeLocal cache(ClusterSpec spec) {
        return spec.dns().nodeLocal().orElseThrow();
    }

    private static void declareAddress(NodeSpec node, DnsSpec.NodeLocal nodeLocal, Tasks tasks) {
        TaskId file = tasks.because(DnsVariables.NODE_LOCAL_ENABLED, DnsVariables.NODE_LOCAL_ADDRESS)
                .add(node.host(), TextFile.of(UNIT_FILE, unit(nodeLocal)));
        Service address = Service.of(UNIT, List.of(UNIT_FILE), List.of())
                .restartMeaning("DNS queries from pods of this node fail for a moment");
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
                ExecStart=ip address replace %1$s dev lo
                ExecStop=ip address delete %1$s dev lo

                [Install]
                WantedBy=multi-user.target
                """.formatted(nodeLocal.address().alone());
    }
}
