package io.urania.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.urania.cluster.observation.EtcdFact;
import io.urania.cluster.observation.NodeFact;
import io.urania.cluster.observation.Workload;
import io.urania.cluster.operation.CertificateStatus;
import io.urania.cluster.operation.ClusterStatus;
import java.util.List;

/** How a cluster is, as one JSON object; docs/json.md describes it. */
public final class StatusJson {

    private StatusJson() {}

    public static JsonObject of(ClusterStatus status) {
        JsonObject json = new JsonObject();
        json.addProperty("well", status.isWell());
        json.addProperty("all_well", status.isAllWell());
        json.add("complaints", array(status.complaints()));
        json.add("warnings", array(status.warnings()));
        json.add("unseen", array(status.unseen()));
        JsonArray nodes = new JsonArray();
        status.nodes().values().forEach(node -> nodes.add(of(node)));
        json.add("nodes", nodes);
        JsonArray workloads = new JsonArray();
        status.workloads().forEach(workload -> workloads.add(of(workload)));
        json.add("workloads", workloads);
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
        JsonArray certificates = new JsonArray();
        status.certificates().forEach(certificate -> certificates.add(of(certificate)));
        json.add("certificates", certificates);
        status.drift().ifPresent(drift -> {
            JsonObject differences = new JsonObject();
            drift.forEach(differences::addProperty);
            json.add("drift", differences);
        });
        return json;
    }

    private static JsonArray array(List<String> sentences) {
        JsonArray array = new JsonArray();
        sentences.forEach(array::add);
        return array;
    }

    private static JsonObject of(Workload workload) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", workload.kind());
        json.addProperty("name", workload.name());
        json.addProperty("wanted", workload.wanted());
        json.addProperty("ready", workload.ready());
        return json;
    }

    private static JsonObject of(CertificateStatus certificate) {
        JsonObject json = new JsonObject();
        json.addProperty("host", certificate.host());
        json.addProperty("file", certificate.file());
        json.addProperty("ends", certificate.ends().toString());
        json.addProperty("days_left", certificate.daysLeft());
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
