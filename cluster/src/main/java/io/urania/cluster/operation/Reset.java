package io.urania.cluster.operation;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.component.network.NetworkPlugins;
import io.urania.cluster.observation.EtcdProbe;
import io.urania.cluster.port.HostPorts;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.DnsSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.value.SystemDirectories;
import io.urania.engine.batch.Operation;
import io.urania.engine.note.PuttingBack;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Change;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Lane;
import io.urania.engine.plan.Plan;
import io.urania.engine.plan.TaskId;
import io.urania.engine.process.Listeners;
import io.urania.engine.shell.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the cluster from its hosts: pods, services, files, network. Packages of the operating system stay, as does etcd's
 * user. Each step works where nothing is left, so that a reset that was cut off is finished by another one.
 */
final class Reset {

    private static final String PHASE = "reset";
    private static final String HOSTS = "/etc/hosts";

    private Reset() {}

    /** What has to be done on every host, all hosts at once. */
    static Plan plan(ClusterSpec spec) {
        List<Change> changes = new ArrayList<>();
        for (HostSpec host : spec.hosts()) {
            List<Change> steps = new ArrayList<>();
            if (spec.node(host.name()).isPresent()) {
                add(steps, host, "remove Kubernetes from the node", node(spec));
            }
            if (spec.etcdMemberOn(host.name()).isPresent()) {
                add(steps, host, "remove etcd and its data", etcd(spec));
            }
            if (spec.balancers().contains(host)) {
                add(steps, host, "stop the balancer", Scripts.read("reset-balancer.sh"));
            }
            add(steps, host, "remove what earlier inventories had here", leftovers(spec, host));
            add(
                    steps,
                    host,
                    "put back the files that were there before",
                    PuttingBack.files(ResetFiles.of(spec, host)) + Scripts.read("reset-directories.sh"));
            add(steps, host, "remove our lines from " + HOSTS, hostsFile());
            add(steps, host, "check that nothing is left", end(spec) + PuttingBack.units());
            changes.addAll(steps);
        }
        return new Plan(changes, 0);
    }

    private static void add(List<Change> steps, HostSpec host, String title, String script) {
        Set<TaskId> needs = steps.isEmpty() ? Set.of() : Set.of(steps.getLast().id());
        steps.add(new Change(
                new TaskId(host.name(), title),
                PHASE,
                Lane.SYSTEM,
                Difference.of(Action.REMOVE, title, "part of a cluster", "as before", Operation.of(script)),
                needs));
    }

    private static String node(ClusterSpec spec) {
        String address = spec.dns()
                .nodeLocal()
                .map(DnsSpec.NodeLocal::address)
                .map(Object::toString)
                .orElse("169.254.25.10");
        return "programs=" + Shell.quote(spec.paths().programs()) + "\n"
                + "pods=" + Shell.quote(spec.network().pods().toString()) + "\n"
                + "local_address=" + Shell.quote(address) + "\n"
                + "links=" + Shell.quote(joined(NetworkPlugins.ALL.stream().flatMap(plugin -> plugin.links().stream())))
                + "\n"
                + "running="
                + Shell.quote(joined(NetworkPlugins.ALL.stream().flatMap(plugin -> plugin.stateDirectories().stream())))
                + "\nstorage=" + Shell.quote(spec.containerd().storageDirectory()) + "\n"
                + "state=" + Shell.quote(spec.containerd().stateDirectory()) + "\n"
                + ownDirectory()
                + Scripts.read("unmounting.sh")
                + Scripts.read("reset-containerd.sh")
                + Scripts.read("reset-node.sh");
    }

    /** What a host has of roles that the inventory does not give it now, as of a group that it was taken from. */
    private static String leftovers(ClusterSpec spec, HostSpec host) {
        boolean isNode = spec.node(host.name()).isPresent();
        boolean isMember = spec.etcdMemberOn(host.name()).isPresent();
        String nowhere = "/nonexistent";
        return "settings=" + Shell.quote(EtcdProbe.SETTINGS) + "\n"
                + "etcd_unit=" + (isMember ? nowhere : "/etc/systemd/system/etcd.service") + "\n"
                + "kubelet_unit=" + (isNode ? nowhere : "/etc/systemd/system/kubelet.service") + "\n"
                + "take_etcd() {\n"
                + ownDirectory()
                + Scripts.read("reset-etcd.sh")
                + "}\n"
                + "take_node() {\n" + node(spec) + "}\n"
                + Scripts.read("reset-leftovers.sh");
    }

    private static String hostsFile() {
        return "hosts=" + Shell.quote(HOSTS) + "\n" + Scripts.read("reset-hosts-file.sh");
    }

    /** A host may have had any role once. */
    private static String end(ClusterSpec spec) {
        List<HostPort> ports = spec.hosts().stream()
                .flatMap(host -> HostPorts.of(spec, host).stream())
                .toList();
        return Listeners.functions()
                + "ports=" + Shell.quote(joined(ports.stream().map(Reset::asListened)))
                + "\nprograms="
                + Shell.quote(joined(ports.stream().flatMap(port -> port.programs().stream())))
                + "\n" + Scripts.read("reset-host.sh");
    }

    private static String asListened(HostPort port) {
        return port.protocol().word() + "/" + port.number();
    }

    private static String joined(Stream<String> words) {
        return words.distinct().sorted().collect(Collectors.joining(" "));
    }

    private static String etcd(ClusterSpec spec) {
        return etcd(spec.etcd().dataDirectory());
    }

    static String etcd(String data) {
        return "data=" + Shell.quote(data) + "\n" + ownDirectory() + Scripts.read("reset-etcd.sh");
    }

    static String ownDirectory() {
        return Scripts.read("own-directory.sh").replace("@system@", SystemDirectories.pattern());
    }
}
