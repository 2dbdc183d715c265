package io.urania.cluster.phases;

import io.urania.cluster.phases.apiserver.ControlPlaneGate;
import io.urania.cluster.phases.etcd.EtcdMembers;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.engine.resource.service.Gate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be well around the restart of a host, by all that it is in a cluster. */
final class RestartGate {

    private RestartGate() {}

    static Gate of(ClusterSpec spec, HostSpec host) {
        List<Gate> parts = Stream.concat(
                        EtcdMembers.gates(spec, host).stream(),
                        spec.controlPlane().stream()
                                .filter(node -> node.host().equals(host))
                                .map(node -> ControlPlaneGate.of(spec, node)))
                .toList();
        return new Gate(
                "restarts of hosts that others need",
                parts.stream().map(Gate::before).collect(Collectors.joining()),
                parts.stream().map(Gate::after).collect(Collectors.joining()));
    }
}
