package io.urania.cluster.benchmark;

import static io.urania.cluster.benchmark.FileControls.ROOT;
import static io.urania.cluster.benchmark.FileControls.certificates;
import static io.urania.cluster.benchmark.FileControls.file;
import static io.urania.cluster.benchmark.FileControls.ownedBy;
import static io.urania.cluster.benchmark.FileControls.within;

import io.urania.cluster.phase.Place;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Section 4: nodes. */
final class NodeControls {

    private static final Place PLACE = Place.NODES;
    private static final String OURS = "run urania apply: it is always set";
    private static final String NO_PROXY_FILE =
            "kube-proxy is a pod with a service account, without a kubeconfig on the host";
    private static final String UNIT = "/etc/systemd/system/kubelet.service";
    private static final String KUBECONFIG = "/etc/kubernetes/kubelet.conf";
    private static final String CONFIGURATION = "/etc/kubernetes/kubelet.yaml";
    /** 127.0.0.1 and ::1 as the kernel writes them. */
    private static final List<String> LOOPBACK = List.of("0100007F", "00000000000000000000000001000000");

    static final List<Control> ALL = List.of(
            Control.of("4.1.1", "Unit of the kubelet: mode 600", PLACE, within(0600, file(UNIT))),
            Control.of("4.1.2", "Unit of the kubelet: owner root", PLACE, ownedBy(ROOT, file(UNIT))),
            Control.notApplicable("4.1.3", "Kubeconfig of kube-proxy: mode 600", PLACE, NO_PROXY_FILE),
            Control.notApplicable("4.1.4", "Kubeconfig of kube-proxy: owner root", PLACE, NO_PROXY_FILE),
            Control.of("4.1.5", "Kubeconfig of the kubelet: mode 600", PLACE, within(0600, file(KUBECONFIG))),
            Control.of("4.1.6", "Kubeconfig of the kubelet: owner root", PLACE, ownedBy(ROOT, file(KUBECONFIG))),
            Control.of("4.1.7", "The cluster's authority: mode 644", PLACE, within(0644, certificates("/ca.crt"))),
            Control.of("4.1.8", "The cluster's authority: owner root", PLACE, ownedBy(ROOT, certificates("/ca.crt"))),
            Control.of("4.1.9", "Configuration of the kubelet: mode 600", PLACE, within(0600, file(CONFIGURATION))),
            Control.of("4.1.10", "Configuration of the kubelet: owner root", PLACE, ownedBy(ROOT, file(CONFIGURATION))),
            Control.of(
                    "4.2.1",
                    "Requests without credentials are refused",
                    PLACE,
                    nested("authentication", "anonymous", Map.of("enabled", false)::equals, OURS)),
            Control.of(
                    "4.2.2",
                    "The API server decides what is allowed",
                    PLACE,
                    nested("authorization", "mode", "Webhook"::equals, OURS)),
            Control.of(
                    "4.2.3",
                    "An authority of clients",
                    PLACE,
                    nested(
                            "authentication",
                            "x509",
                            value -> value instanceof Map<?, ?> map && map.containsKey("clientCAFile"),
                            OURS)),
            Control.of(
                    "4.2.4",
                    "No port without credentials",
                    PLACE,
                    field("readOnlyPort", 0, Integer.valueOf(0)::equals, "remove readOnlyPort")),
            Control.of(
                    "4.2.5",
                    "Silent connections are closed",
                    PLACE,
                    field(
                            "streamingConnectionIdleTimeout",
                            "4h0m0s",
                            value -> !FlagControls.isZero(String.valueOf(value)),
                            "set kubelet_streaming_connection_idle_timeout: 5m")),
            Control.of(
                    "4.2.6",
                    "The kubelet makes its chains of iptables",
                    PLACE,
                    field(
                            "makeIPTablesUtilChains",
                            true,
                            Boolean.TRUE::equals,
                            "set kubelet_make_iptables_util_chains: true")),
            Control.of(
                    "4.2.7",
                    "The node has its host's name",
                    PLACE,
                    (host, spec) -> Verdict.of(
                            host.flag("kubelet", "hostname-override")
                                    .filter(name -> spec.node(name).isEmpty())
                                    .isEmpty(),
                            "--hostname-override is set to another name than the inventory's",
                            "remove the flag")),
            Control.of(
                    "4.2.8",
                    "Events are told",
                    PLACE,
                    field(
                            "eventRecordQPS",
                            50,
                            value -> value instanceof Integer number && number >= 0,
                            "set kubelet_event_record_qps: 5")),
            Control.of(
                    "4.2.9",
                    "A serving certificate of the cluster's authority",
                    PLACE,
                    field(
                            "serverTLSBootstrap",
                            false,
                            Boolean.TRUE::equals,
                            "set kubelet_rotate_server_certificates: true")),
            Control.of(
                    "4.2.10",
                    "Client certificates are renewed",
                    PLACE,
                    field("rotateCertificates", false, Boolean.TRUE::equals, OURS)),
            Control.of(
                    "4.2.11",
                    "Serving certificates are renewed",
                    PLACE,
                    field(
                            "serverTLSBootstrap",
                            false,
                            Boolean.TRUE::equals,
                            "set kubelet_rotate_server_certificates: true")),
            Control.of("4.2.12", "Strong cipher suites only", PLACE, NodeControls::suites),
            Control.of(
                    "4.2.13",
                    "Processes of pods are limited",
                    PLACE,
                    field(
                            "podPidsLimit",
                            -1,
                            value -> value instanceof Integer number && number > 0,
                            "set kubelet_pod_pids_limit: 4096")),
            Control.of(
                    "4.2.14",
                    "Pods have a seccomp profile",
                    PLACE,
                    field("seccompDefault", false, Boolean.TRUE::equals, "set kubelet_seccomp_default: true")),
            Control.of(
                    "4.3.1",
                    "Metrics of kube-proxy are served on the loopback interface",
                    PLACE,
                    (host, _) -> Verdict.of(
                            LOOPBACK.containsAll(host.metricsListeners()),
                            "port 10249 is open to others",
                            "remove kube_proxy_metrics_bind_address")));

    private NodeControls() {}

    private static BiFunction<HostSecurity, ClusterSpec, Verdict> field(
            String name, Object usual, Predicate<Object> isRight, String remedy) {
        return (host, _) -> {
            if (host.kubelet().isEmpty()) {
                return new Verdict.Failed("the kubelet has no configuration", "see urania status");
            }
            Object value = host.kubelet().getOrDefault(name, usual);
            return Verdict.of(isRight.test(value), name + " is " + value, remedy);
        };
    }

    private static BiFunction<HostSecurity, ClusterSpec, Verdict> nested(
            String outer, String inner, Predicate<Object> isRight, String remedy) {
        return (host, _) -> {
            Object value = host.kubelet().get(outer) instanceof Map<?, ?> map ? map.get(inner) : null;
            return Verdict.of(value != null && isRight.test(value), outer + "." + inner + " is " + value, remedy);
        };
    }

    private static Verdict suites(HostSecurity host, ClusterSpec spec) {
        List<String> suites = host.kubelet().get("tlsCipherSuites") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return Verdict.of(
                FlagControls.areStrong(suites),
                suites.isEmpty() ? "tlsCipherSuites is not set" : "tlsCipherSuites is " + String.join(", ", suites),
                "set tls_cipher_suites");
    }
}
