package io.urania.cli.report;

import io.urania.cli.console.HostNames;
import io.urania.cli.console.Style;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.operation.CertificateStatus;
import io.urania.cluster.operation.ClusterStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a cluster is, as text. */
public final class StatusText {

    private static final String ROLE_LABEL = "node-role.kubernetes.io/";

    private final Style style;

    public StatusText(Style style) {
        this.style = style;
    }

    public List<String> of(ClusterStatus status) {
        List<String> lines = new ArrayList<>();
        HostNames names = new HostNames(status.nodes().keySet());
        Table nodes = new Table(List.of("NODE", "STATE", "ROLES", "KUBELET"));
        status.nodes()
                .values()
                .forEach(node -> nodes.row(List.of(
                        names.of(node.name()), node.ready() ? "Ready" : "not ready", roles(node), node.kubelet())));
        lines.addAll(nodes.lines());
        lines.add("");
        Table etcd = new Table(List.of("ETCD MEMBER", "STATE", "VERSION", "DATABASE"));
        status.etcd().forEach((member, fact) -> etcd.row(cells(member, fact)));
        lines.addAll(etcd.lines());
        lines.add("");
        status.balancers().forEach((host, balancer) -> {
            Table servers = new Table(List.of("BACKENDS OF " + host, "STATE"));
            balancer.servers().forEach((server, state) -> servers.row(List.of(server, state)));
            lines.addAll(balancer.servers().isEmpty() ? List.of(host + ": HAProxy does not answer") : servers.lines());
            lines.add("");
        });
        Table workloads = new Table(List.of("IN KUBE-SYSTEM", "READY"));
        status.workloads()
                .forEach(workload -> workloads.row(List.of(
                        workload.kind() + " " + workload.name(), workload.ready() + " of " + workload.wanted())));
        lines.addAll(workloads.lines());
        lines.add("");
        status.certificates().stream()
                .findFirst()
                .ifPresent(first -> lines.addAll(List.of(certificates(status, first, names), "")));
        status.complaints().forEach(complaint -> lines.add(style.red("unhealthy: ") + complaint));
        status.warnings().forEach(warning -> lines.add(style.yellow("warning: ") + warning));
        status.unseen().forEach(thing -> lines.add(style.yellow("not checked: ") + thing));
        if (status.isAllWell()) {
            lines.add(style.green("The cluster is healthy."));
        } else if (status.isWell()) {
            lines.add(
                    status.unseen().isEmpty()
                            ? "The cluster is healthy; see the warnings."
                            : "No problems found in what was checked.");
        }
        return lines;
    }

    private static String certificates(ClusterStatus status, CertificateStatus first, HostNames names) {
        return "Certificates: " + status.certificates().size() + "; the first to expire is " + first.file() + " on "
                + names.of(first.host()) + ", in " + first.daysLeft() + " days.";
    }

    static String roles(NodeFact node) {
        String roles = node.labels().keySet().stream()
                .filter(label -> label.startsWith(ROLE_LABEL))
                .map(label -> label.substring(ROLE_LABEL.length()))
                .collect(Collectors.joining(","));
        return roles.isEmpty() ? "-" : roles;
    }

    private static List<String> cells(String member, EtcdFact fact) {
        return switch (fact) {
            case EtcdFact.Serving serving ->
                List.of(
                        member,
                        serving.isLeader() ? "leader" : "follower",
                        serving.version(),
                        String.format(Locale.ROOT, "%.1f MiB", serving.databaseBytes() / 1048576.0));
            case EtcdFact.Absent _ -> List.of(member, "absent", "-", "-");
            case EtcdFact.Silent silent -> List.of(member, "no response: " + silent.reason(), "-", "-");
        };
    }
}
