package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.operation.ClusterStatus;

/** How a cluster is, as one JSON object: {@code well}, {@code complaints}, {@code nodes}, {@code etcd}, {@code balancers}. */
public final class StatusJson {

    private StatusJson() {}

    public static JsonObject of(ClusterStatus status) {
        JsonObject json = new JsonObject();
        json.addProperty("well", status.isWell());
        JsonArray complaints = new JsonArray();
        status.complaints().forEach(complaints::add);
        json.add("complaints", complaints);
        JsonArray nodes = new JsonArray();
        status.nodes().values().forEach(node -> nodes.add(of(node)));
        json.add("nodes", nodes);
        JsonArray etcd = new JsonArray();
        status.etcd().forEach((member, fact) -> etcd.add(of(member, fact)));
        json.add("etcd", etcd);
        JsonObject balancers = new JsonObject();
        status.balancers().forEach((host, balancer) -> {
            JsonObject servers = new JsonObject();
            balancer.servers().forEach(servers::addProperty);
            balancers.add(host, servers);
        });
        json.add("balancers", balancers);
        return json;
    }

    private static JsonObject of(NodeFact node) {
        JsonObject labels = new JsonObject();
        node.labels().forEach(labels::addProperty);
        JsonArray taints = new JsonArray();
        node.taints().forEach(taints::add);
        JsonObject json = new JsonObject();
        json.addProperty("name", node.name());
        json.addProperty("ready", node.ready());
        json.addProperty("roles", StatusText.roles(node));
        json.addProperty("kubelet", node.kubelet());
        json.add("labels", labels);
        json.add("taints", taints);
        return json;
    }

    private static JsonObject of(String member, EtcdFact fact) {
        JsonObject json = new JsonObject();
        json.addProperty("member", member);
        switch (fact) {
            case EtcdFact.Absent _ -> {
                json.addProperty("serving", false);
                json.addProperty("reason", "its host has no data of it");
            }
            case EtcdFact.Serving serving -> {
                json.addProperty("cluster", serving.cluster());
                json.addProperty("serving", true);
                json.addProperty("leader", serving.isLeader());
                json.addProperty("version", serving.version());
                json.addProperty("database_bytes", serving.databaseBytes());
            }
            case EtcdFact.Silent silent -> {
                json.addProperty("serving", false);
                json.addProperty("reason", silent.reason());
            }
        }
        return json;
    }
}
