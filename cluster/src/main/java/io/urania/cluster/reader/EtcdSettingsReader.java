package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.EtcdVariables;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the settings of etcd that are in its environment as they are (etcd documentation, "Configuration options", 3.6). */
final class EtcdSettingsReader {

    /** Without these a cluster of Urania's would not work or would be open, by what to set instead. */
    private static final OwnSettings OURS = new OwnSettings(
            "variable of etcd's environment",
            Map.ofEntries(
                    Map.entry("ETCD_NAME", "set etcd_member_name"),
                    Map.entry("ETCD_DATA_DIR", "set etcd_data_dir"),
                    Map.entry("ETCD_WAL_DIR", ""),
                    Map.entry("ETCD_CONFIG_FILE", ""),
                    Map.entry("ETCD_DISCOVERY", ""),
                    Map.entry("ETCD_DISCOVERY_SRV", ""),
                    Map.entry("ETCD_LISTEN_METRICS_URLS", "set etcd_listen_metrics_urls"),
                    Map.entry("ETCD_LISTEN_PEER_URLS", ""),
                    Map.entry("ETCD_LISTEN_CLIENT_URLS", ""),
                    Map.entry("ETCD_INITIAL_ADVERTISE_PEER_URLS", ""),
                    Map.entry("ETCD_ADVERTISE_CLIENT_URLS", ""),
                    Map.entry("ETCD_INITIAL_CLUSTER", "put hosts into group etcd"),
                    Map.entry("ETCD_INITIAL_CLUSTER_STATE", ""),
                    Map.entry("ETCD_INITIAL_CLUSTER_TOKEN", ""),
                    Map.entry("ETCD_FORCE_NEW_CLUSTER", ""),
                    Map.entry("ETCD_TRUSTED_CA_FILE", ""),
                    Map.entry("ETCD_CERT_FILE", ""),
                    Map.entry("ETCD_KEY_FILE", ""),
                    Map.entry("ETCD_CLIENT_CERT_AUTH", "set etcd_secure_client"),
                    Map.entry("ETCD_PEER_TRUSTED_CA_FILE", ""),
                    Map.entry("ETCD_PEER_CERT_FILE", ""),
                    Map.entry("ETCD_PEER_KEY_FILE", ""),
                    Map.entry("ETCD_PEER_CLIENT_CERT_AUTH", "set etcd_peer_client_auth"),
                    Map.entry("ETCD_UNSAFE_NO_FSYNC", "")));

    private final Source source;
    private final SortedMap<String, String> settings = new TreeMap<>();

    EtcdSettingsReader(Source source) {
        this.source = source;
    }

    SortedMap<String, String> read() {
        String suites = String.join(",", source.get(EtcdVariables.CIPHER_SUITES));
        if (!suites.isEmpty()) {
            settings.put("ETCD_CIPHER_SUITES", suites);
        }
        add(EtcdVariables.MAX_REQUEST_BYTES, "ETCD_MAX_REQUEST_BYTES");
        add(EtcdVariables.LOG_LEVEL, "ETCD_LOG_LEVEL");
        add(EtcdVariables.MAX_SNAPSHOTS, "ETCD_MAX_SNAPSHOTS");
        add(EtcdVariables.MAX_WALS, "ETCD_MAX_WALS");
        settings.put(
                "ETCD_WATCH_PROGRESS_NOTIFY_INTERVAL",
                source.get(EtcdVariables.WATCH_PROGRESS).toString());
        if (source.get(EtcdVariables.INITIAL_CORRUPT_CHECK)) {
            settings.put("ETCD_FEATURE_GATES", "InitialCorruptCheck=true");
        }
        add(EtcdVariables.METRICS_URLS, "ETCD_LISTEN_METRICS_URLS");
        SortedMap<String, String> tracing = tracing();
        if (source.get(EtcdVariables.TRACING)) {
            settings.putAll(tracing);
        }
        source.get(EtcdVariables.EXTRA).forEach(this::addFurther);
        return settings;
    }

    private SortedMap<String, String> tracing() {
        SortedMap<String, String> tracing = new TreeMap<>();
        tracing.put("ETCD_ENABLE_DISTRIBUTED_TRACING", "true");
        tracing.put("ETCD_DISTRIBUTED_TRACING_ADDRESS", source.get(EtcdVariables.TRACING_ADDRESS));
        tracing.put("ETCD_DISTRIBUTED_TRACING_SERVICE_NAME", source.get(EtcdVariables.TRACING_NAME));
        tracing.put(
                "ETCD_DISTRIBUTED_TRACING_SAMPLING_RATE",
                source.get(EtcdVariables.TRACING_RATE).toString());
        return tracing;
    }

    private <T> void add(Variable<T> variable, String name) {
        source.find(variable).ifPresent(value -> settings.put(name, value.toString()));
    }

    private void addFurther(String name, String value) {
        Variable<?> variable = EtcdVariables.EXTRA;
        if (!name.matches("ETCD_[A-Z0-9_]+")) {
            source.error(
                    source.position(variable),
                    "etcd_extra_vars has '" + name + "', which is not a setting of etcd",
                    "names of etcd's settings begin with ETCD_, in upper case",
                    "write a flag such as --max-txn-ops as ETCD_MAX_TXN_OPS");
        } else if (!OURS.refuses(name, variable.name(), source.position(variable), source)) {
            settings.put(name, value);
        }
    }
}
