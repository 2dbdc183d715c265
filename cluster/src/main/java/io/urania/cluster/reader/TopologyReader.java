package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Membership;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.NodeSpec;
import io.urania.cluster.topology.Location;
import io.urania.cluster.topology.PlacedHost;
import io.urania.cluster.topology.Topology;
import io.urania.cluster.value.Address;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.ConnectionVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.NodeVariables;
import io.urania.inventory.Inventory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what can be drawn of an inventory. What is wrong with it is passed over: {@link ClusterSpecReader} tells that. */
public final class TopologyReader {
    private static final Set<String> CONTROL_PLANE_LABELS = Set.of("control-plane", "master");

    private final Source source;

    public TopologyReader(Inventory inventory) {
        this.source = Source.of(inventory, new VariableReader(inventory));
    }

    public Topology read() {
        List<PlacedHost> hosts =
                source.membership().all().stream().map(this::host).toList();
        return new Topology(
                source.get(DnsVariables.CLUSTER_NAME),
                source.find(DeploymentVariables.KUBERNETES_VERSION).map(Object::toString),
                hosts);
    }

    private PlacedHost host(String name) {
        Map<String, String> labels = source.variables().get(NodeVariables.LABELS, name);
        return new PlacedHost(name, roles(name, labels), address(name), Location.of(labels));
    }

    private List<String> roles(String host, Map<String, String> labels) {
        Membership membership = source.membership();
        Set<String> roles = new LinkedHashSet<>();
        boolean controlPlane = membership.controlPlane().contains(host);
        if (controlPlane) {
            roles.add(PlacedHost.CONTROL_PLANE);
        }
        if (membership.etcd().contains(host)) {
            roles.add(PlacedHost.ETCD);
        }
        List<String> labelled = labelled(host, labels);
        roles.addAll(labelled);
        if (membership.podHosts().contains(host) && labelled.isEmpty()) {
            roles.add(PlacedHost.WORKER);
        }
        if (membership.balancers().contains(host)) {
            roles.add(PlacedHost.BALANCER);
        }
        return List.copyOf(roles);
    }

    private List<String> labelled(String host, Map<String, String> labels) {
        Set<String> roles = new LinkedHashSet<>();
        source.inventory().groupsOf(host).stream()
                .filter(NodeReader.ROLE_GROUPS::containsKey)
                .map(NodeReader.ROLE_GROUPS::get)
                .forEach(roles::add);
        labels.keySet().stream()
                .filter(label -> label.startsWith(NodeSpec.ROLE_PREFIX))
                .map(label -> label.substring(NodeSpec.ROLE_PREFIX.length()))
                .filter(role -> !CONTROL_PLANE_LABELS.contains(role))
                .sorted()
                .forEach(roles::add);
        return new ArrayList<>(roles);
    }

    private Optional<String> address(String host) {
        VariableReader variables = source.variables();
        return variables
                .findTold(ConnectionVariables.IP, host)
                .map(Address::toString)
                .or(() -> variables.findTold(ConnectionVariables.HOST, host));
    }
}
