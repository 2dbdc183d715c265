package io.urania.cluster.reader;

import io.urania.cluster.kubespray.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The hosts on which Kubespray's tests try a file of variables, as a YAML inventory. */
final class KubesprayLayout {
    private static final Pattern MODE = Pattern.compile("^mode:\\s*([\\w-]+)", Pattern.MULTILINE);
    private static final Pattern NODE_GROUPS = Pattern.compile("node_groups:\\s*\\[(.*)]");
    private static final String CONTROL_PLANE = "kube_control_plane";
    private static final String NODE = "kube_node";
    private static final String ETCD = "etcd";

    private KubesprayLayout() {}

    /** The hosts of a file of variables, which says either a list of them or the name of one. */
    static String of(String variables, Release release) {
        List<List<String>> hosts = NODE_GROUPS
                .matcher(variables)
                .results()
                .map(found -> List.of(found.group(1).replaceAll("[\"' ]", "").split(",", -1)))
                .toList();
        String mode = MODE.matcher(variables)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("default");
        return yaml(hosts.isEmpty() ? ofMode(mode) : hosts, release);
    }

    /** What the sample inventory shows: three control plane hosts with etcd, three workers. */
    static String ofSample(Release release) {
        List<List<String>> hosts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            hosts.add(i < 3 ? List.of(CONTROL_PLANE, ETCD) : List.of(NODE));
        }
        return yaml(hosts, release);
    }

    private static List<List<String>> ofMode(String mode) {
        return switch (mode) {
            case "separate", "separate-scale" -> List.of(List.of(CONTROL_PLANE), List.of(NODE), List.of(ETCD));
            case "ha", "ha-scale", "ha-recover", "ha-recover-noquorum" ->
                List.of(List.of(CONTROL_PLANE, ETCD), List.of(CONTROL_PLANE, ETCD), List.of(NODE, ETCD));
            case "aio", "all-in-one" -> List.of(List.of(CONTROL_PLANE, ETCD, NODE));
            case "node-etcd-client" ->
                List.of(List.of(CONTROL_PLANE, ETCD, NODE), List.of(NODE, ETCD), List.of(NODE, ETCD), List.of(NODE));
            case "default", "scale", "default-scale", "multinode" ->
                List.of(List.of(CONTROL_PLANE, ETCD), List.of(NODE));
            default -> throw new IllegalArgumentException("no such mode: " + mode);
        };
    }

    private static String yaml(List<List<String>> hosts, Release release) {
        boolean old = release.compareTo(new Release(16)) < 0;
        StringBuilder text = new StringBuilder("all:\n  hosts:\n");
        Map<String, List<String>> groups = new TreeMap<>();
        for (int i = 0; i < hosts.size(); i++) {
            String name = "instance-" + (i + 1);
            text.append("    %s: {ansible_host: 10.0.0.%d}\n".formatted(name, i + 1));
            hosts.get(i)
                    .forEach(group -> groups.computeIfAbsent(old ? old(group) : group, _ -> new ArrayList<>())
                            .add(name));
        }
        text.append("  children:\n");
        groups.forEach((group, members) ->
                text.append("    %s: {hosts: {%s: }}\n".formatted(group, String.join(": , ", members))));
        if (old) {
            text.append("    k8s-cluster: {children: {kube-master: , kube-node: }}\n");
        }
        return text.toString();
    }

    private static String old(String group) {
        return switch (group) {
            case CONTROL_PLANE -> "kube-master";
            case NODE -> "kube-node";
            default -> group;
        };
    }
}
