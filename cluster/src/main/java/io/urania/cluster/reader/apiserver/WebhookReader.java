package io.urania.cluster.reader.apiserver;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads how a server is reached that the API server asks or tells. */
final class WebhookReader {

    /** Fields of a cluster in a kubeconfig that need no file of the host (client-go, clientcmd/api/v1, Cluster). */
    private static final Set<String> FIELDS = Set.of(
            "certificate-authority-data",
            "disable-compression",
            "insecure-skip-tls-verify",
            "proxy-url",
            "tls-server-name");

    private final Source source;

    WebhookReader(Source source) {
        this.source = source;
    }

    /** Fields beside the server's address. */
    Map<String, Object> fields(Variable<Map<String, Object>> variable) {
        Map<String, Object> fields = source.get(variable);
        fields.forEach((field, value) -> {
            if (!FIELDS.contains(field) || value instanceof Map<?, ?> || value instanceof Iterable<?>) {
                source.error(
                        source.position(variable),
                        variable.name() + " has " + field + ", which cannot be used",
                        "it accepts " + String.join(", ", new TreeSet<>(FIELDS)) + ", each with one value",
                        "remove the line");
            }
        });
        return fields;
    }

    /** The server, if it is wanted. */
    Optional<Map<String, Object>> read(Variable<Boolean> wanted, Variable<String> address, Map<String, Object> fields) {
        Optional<String> server = source.find(address);
        if (!source.get(wanted)) {
            return Optional.empty();
        }
        if (server.isEmpty() && !source.isUnusable(address)) {
            source.error(
                    source.position(wanted),
                    wanted.name() + " is true, and " + address.name() + " is not set",
                    "the API server must know whom to ask",
                    "set " + address.name() + ", or remove " + wanted.name());
        }
        return server.map(found -> {
            Map<String, Object> cluster = new LinkedHashMap<>();
            cluster.put("server", found);
            cluster.putAll(fields);
            return cluster;
        });
    }
}
