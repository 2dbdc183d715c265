package io.urania.cluster.benchmark;

import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.phase.Place;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Section 1.2: the API server. */
final class ApiServerControls {

    private static final Place PLACE = Place.CONTROL_PLANE;
    private static final FlagControls SERVER = FlagControls.API_SERVER;
    private static final String PLUGINS = "set it in kube_apiserver_enable_admission_plugins";
    /** What the kubelet and balancers ask for. */
    private static final Set<String> PROBES = Set.of("/livez", "/readyz", "/healthz");

    private static final String OURS = "run urania apply: it is always set";

    static final List<Control> ALL = List.of(
            Control.of("1.2.1", "Requests without credentials are refused", PLACE, ApiServerControls::anonymous),
            Control.of(
                    "1.2.2",
                    "No file of static tokens",
                    PLACE,
                    SERVER.isNotSet("token-auth-file", "remove it from kube_kubeadm_apiserver_extra_args")),
            Control.of(
                    "1.2.3",
                    "Admission plugin DenyServiceExternalIPs",
                    PLACE,
                    SERVER.has("enable-admission-plugins", "DenyServiceExternalIPs", PLUGINS)),
            Control.of(
                    "1.2.4",
                    "A client certificate for kubelets",
                    PLACE,
                    SERVER.areSet(List.of("kubelet-client-certificate", "kubelet-client-key"), OURS)),
            Control.of(
                    "1.2.5",
                    "Certificates of kubelets are verified",
                    PLACE,
                    SERVER.isSet("kubelet-certificate-authority", "set kubelet_rotate_server_certificates: true")),
            Control.of("1.2.6", "Not everything is allowed", PLACE, ApiServerControls::notEverything),
            Control.of("1.2.7", "Authorization mode Node", PLACE, mode("Node")),
            Control.of("1.2.8", "Authorization mode RBAC", PLACE, mode("RBAC")),
            Control.of(
                    "1.2.9",
                    "Admission plugin EventRateLimit",
                    PLACE,
                    SERVER.has("enable-admission-plugins", "EventRateLimit", PLUGINS)),
            Control.of(
                    "1.2.10",
                    "Not admission plugin AlwaysAdmit",
                    PLACE,
                    SERVER.fits(
                            "enable-admission-plugins", value -> !value.contains("AlwaysAdmit"), "remove AlwaysAdmit")),
            Control.notApplicable(
                    "1.2.11",
                    "Admission plugin AlwaysPullImages",
                    PLACE,
                    "the cluster's images are on the nodes and in no registry"),
            Control.of("1.2.12", "Admission plugin ServiceAccount", PLACE, isOn("ServiceAccount")),
            Control.of("1.2.13", "Admission plugin NamespaceLifecycle", PLACE, isOn("NamespaceLifecycle")),
            Control.of(
                    "1.2.14",
                    "Admission plugin NodeRestriction",
                    PLACE,
                    SERVER.has("enable-admission-plugins", "NodeRestriction", OURS)),
            Control.of("1.2.15", "No profiles", PLACE, SERVER.is("profiling", "false", "set kube_profiling: false")),
            Control.of("1.2.16", "An audit log", PLACE, SERVER.isSet("audit-log-path", "set kubernetes_audit: true")),
            Control.of(
                    "1.2.17",
                    "Audit logs are kept for 30 days",
                    PLACE,
                    SERVER.isAtLeast("audit-log-maxage", 30, "set audit_log_maxage: 30")),
            Control.of(
                    "1.2.18",
                    "10 audit logs are kept",
                    PLACE,
                    SERVER.isAtLeast("audit-log-maxbackup", 10, "set audit_log_maxbackups: 10")),
            Control.of(
                    "1.2.19",
                    "An audit log has 100 MB",
                    PLACE,
                    SERVER.isAtLeast("audit-log-maxsize", 100, "set audit_log_maxsize: 100")),
            Control.of(
                    "1.2.20",
                    "Requests end in time",
                    PLACE,
                    SERVER.isNotZero("request-timeout", "remove kube_apiserver_request_timeout")),
            Control.of(
                    "1.2.21",
                    "Tokens of deleted service accounts are refused",
                    PLACE,
                    SERVER.isNot("service-account-lookup", "false", "set kube_apiserver_service_account_lookup: true")),
            Control.of("1.2.22", "A key of service accounts", PLACE, SERVER.isSet("service-account-key-file", OURS)),
            Control.of(
                    "1.2.23",
                    "A client certificate for etcd",
                    PLACE,
                    SERVER.areSet(List.of("etcd-certfile", "etcd-keyfile"), OURS)),
            Control.of(
                    "1.2.24",
                    "A serving certificate",
                    PLACE,
                    SERVER.areSet(List.of("tls-cert-file", "tls-private-key-file"), OURS)),
            Control.of("1.2.25", "An authority of clients", PLACE, SERVER.isSet("client-ca-file", OURS)),
            Control.of("1.2.26", "An authority of etcd", PLACE, SERVER.isSet("etcd-cafile", OURS)),
            Control.of(
                    "1.2.27",
                    "Encryption at rest",
                    PLACE,
                    SERVER.isSet("encryption-provider-config", "set kube_encrypt_secret_data: true")),
            Control.of("1.2.28", "Secrets are written encrypted", PLACE, ApiServerControls::encrypted),
            Control.of(
                    "1.2.29",
                    "Strong cipher suites only",
                    PLACE,
                    SERVER.fits(
                            "tls-cipher-suites",
                            value -> FlagControls.areStrong(FlagControls.elements(value)),
                            "set tls_cipher_suites")),
            Control.of(
                    "1.2.30",
                    "Tokens of service accounts are not valid for a year",
                    PLACE,
                    SERVER.is(
                            "service-account-extend-token-expiration",
                            "false",
                            "set kube_kubeadm_apiserver_extra_args: {service-account-extend-token-expiration: \"false\"}")));

    private ApiServerControls() {}

    /** The probes of the API server's own pod have no credentials: where they alone are let in, that is as good. */
    private static Verdict anonymous(HostSecurity host, ClusterSpec spec) {
        if (host.flag(SERVER.program(), "anonymous-auth")
                .filter("false"::equals)
                .isPresent()) {
            return new Verdict.Passed();
        }
        boolean isLimited = spec.apiServer()
                .access()
                .authentication()
                .map(fields -> fields.get("anonymous"))
                .filter(settings -> settings instanceof Map<?, ?> map && isLimited(map))
                .isPresent();
        return Verdict.of(
                isLimited
                        && host.flag(SERVER.program(), "authentication-config").isPresent(),
                "requests without credentials are let in for all paths",
                "limit them to the probes' paths with kube_apiserver_authentication_config_anonymous");
    }

    private static boolean isLimited(Map<?, ?> anonymous) {
        if (Boolean.FALSE.equals(anonymous.get("enabled"))) {
            return true;
        }
        return anonymous.get("conditions") instanceof List<?> conditions
                && !conditions.isEmpty()
                && conditions.stream()
                        .allMatch(condition ->
                                condition instanceof Map<?, ?> map && PROBES.contains(String.valueOf(map.get("path"))));
    }

    /** The modes of a server that runs: by its flag, or of its configuration; without either it allows everything. */
    private static List<String> modes(ClusterSpec spec, HostSecurity host) {
        Optional<String> flag = host.flag(SERVER.program(), "authorization-mode");
        if (flag.isPresent()) {
            return FlagControls.elements(flag.get());
        }
        return host.flag(SERVER.program(), "authorization-config").isEmpty()
                ? List.of("AlwaysAllow")
                : spec.apiServer().access().authorizers().stream()
                        .map(authorizer -> authorizer instanceof Map<?, ?> map ? String.valueOf(map.get("type")) : "")
                        .toList();
    }

    private static Verdict notEverything(HostSecurity host, ClusterSpec spec) {
        return SERVER.running(host)
                .orElseGet(() -> Verdict.of(
                        !modes(spec, host).contains("AlwaysAllow"),
                        "AlwaysAllow is a mode",
                        "set authorization_modes: [Node, RBAC]"));
    }

    private static BiFunction<HostSecurity, ClusterSpec, Verdict> mode(String mode) {
        return (host, spec) -> SERVER.running(host)
                .orElseGet(() -> Verdict.of(
                        modes(spec, host).contains(mode),
                        mode + " is not a mode",
                        "set authorization_modes: [Node, RBAC]"));
    }

    /** On by default. */
    private static BiFunction<HostSecurity, ClusterSpec, Verdict> isOn(String plugin) {
        return (host, _) -> SERVER.running(host)
                .orElseGet(() -> Verdict.of(
                        host.flag(SERVER.program(), "disable-admission-plugins")
                                .filter(value -> FlagControls.elements(value).contains(plugin))
                                .isEmpty(),
                        plugin + " is disabled",
                        "remove it from kube_apiserver_disable_admission_plugins"));
    }

    private static Verdict encrypted(HostSecurity host, ClusterSpec spec) {
        boolean isFirst = host.encryption().stream()
                .map(line -> line.split(" ", -1))
                .anyMatch(words -> words.length > 1
                        && words[0].equals("secrets")
                        && words[1].matches("(?:aescbc|aesgcm|secretbox):.*"));
        boolean isUsed = host.flag(SERVER.program(), "encryption-provider-config")
                .filter(EncryptionProbe.FILE::equals)
                .isPresent();
        if (isFirst && isUsed && host.encryption().contains("rewriting")) {
            return new Verdict.Failed("secrets that were stored before are being rewritten", "run urania apply");
        }
        return Verdict.of(isFirst && isUsed, "secrets are stored as they are", "set kube_encrypt_secret_data: true");
    }
}
