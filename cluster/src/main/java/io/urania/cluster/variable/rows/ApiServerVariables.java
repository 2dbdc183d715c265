package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.ignored;
import static io.urania.cluster.variable.Variable.later;
import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.AuthorizationMode;
import io.urania.cluster.value.GoDuration;
import io.urania.cluster.value.Secret;
import io.urania.cluster.variable.Effect.Reason;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.CalendarType;
import io.urania.cluster.variable.type.ChoiceTypes;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control plane. */
public final class ApiServerVariables {
    private static final int MOST_PORT = 65_535;
    private static final String TRACES_FILE = "control plane: tracing configuration of kube-apiserver";
    private static final String ISSUED =
            "control plane: kubeadm's configuration, for certificates that it issues from then on, ";

    private static final String FLAG = "control plane: flag of kube-apiserver, ";

    public static final Variable<Integer> PORT = variable("kube_apiserver_port", ScalarTypes.port())
            .scope(Scope.CONTROL_PLANE)
            .means("TCP port of the API server")
            .does("control plane: bindPort of kubeadm; HAProxy's servers")
            .otherwise(6443);

    public static final Variable<Boolean> ANONYMOUS_AUTHENTICATION = variable(
                    "kube_api_anonymous_auth", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether requests without credentials are accepted as system:anonymous")
            .does(FLAG + "--anonymous-auth")
            .otherwise(true);

    public static final Variable<List<AuthorizationMode>> AUTHORIZATION_MODES = variable(
                    "authorization_modes",
                    CollectionTypes.listOf(ChoiceTypes.choice(
                            AuthorizationMode.class,
                            Map.of("ABAC", "it needs a policy file, for which Urania has no variable"))))
            .scope(Scope.CONTROL_PLANE)
            .means("authorization modes of the API server")
            .does(FLAG + "--authorization-mode")
            .otherwise(List.of(AuthorizationMode.NODE, AuthorizationMode.RBAC));

    public static final Variable<GoDuration> EVENT_TTL = variable("event_ttl_duration", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("how long events are kept")
            .does(FLAG + "--event-ttl")
            .otherwise(GoDuration.parse("1h0m0s").orElseThrow());

    public static final Variable<String> NODE_PORT_RANGE = variable(
                    "kube_apiserver_node_port_range",
                    ScalarTypes.parsed(
                            "a range of ports such as 30000-32767",
                            text -> Optional.of(text).filter(ApiServerVariables::isPortRange)))
            .scope(Scope.CONTROL_PLANE)
            .means("ports for services of type NodePort")
            .does(FLAG + "--service-node-port-range")
            .otherwise("30000-32767", "30000-32767");

    public static final Variable<List<String>> CERTIFICATE_NAMES = variable(
                    "supplementary_addresses_in_ssl_keys", CollectionTypes.listOf(ClusterTypes.certificateName()))
            .scope(Scope.CONTROL_PLANE)
            .means("additional names and addresses of the API server")
            .does("control plane: certSANs of kubeadm")
            .otherwise(List.of(), "none");

    public static final Variable<Integer> LOG_LEVEL = variable("kube_log_level", ScalarTypes.integer(0, 10))
            .means("verbosity of the Kubernetes components")
            .does("flag --v of kube-apiserver, kube-controller-manager, kube-scheduler, kubelet and kube-proxy")
            .otherwise(2);

    public static final Variable<Boolean> POD_SECURITY_POLICY = variable(
                    "podsecuritypolicy_enabled", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .until(24)
            .means("whether pods must satisfy a PodSecurityPolicy")
            .does(
                    "control plane: admission plugin PodSecurityPolicy of kube-apiserver, with a privileged policy for kube-system and a restricted one for everyone; removed in Kubernetes 1.25")
            .otherwise(false);

    public static final Variable<Secret> CERTIFICATE_KEY = variable(
                    "kubeadm_certificate_key", ClusterTypes.certificateKey())
            .scope(Scope.CONTROL_PLANE)
            .means(
                    "key that encrypts the control plane certificates in the Secret kubeadm-certs, for the other control plane hosts")
            .does("control plane: certificateKey of kubeadm init and kubeadm join")
            .unlessSet("a new key for each deployment");

    public static final Variable<GoDuration> CERTIFICATE_VALIDITY = variable(
                    "kube_cert_validity_period", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("how long certificates that kubeadm issues are valid")
            .does(ISSUED + "certificateValidityPeriod")
            .since(31)
            .unlessSet("a year");

    public static final Variable<GoDuration> AUTHORITY_VALIDITY = variable(
                    "kube_ca_cert_validity_period", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("how long the cluster's authorities are valid")
            .does(ISSUED + "caCertificateValidityPeriod")
            .since(31)
            .unlessSet("ten years");

    public static final Variable<String> KEY_ALGORITHM = variable(
                    "kube_asymmetric_encryption_algorithm",
                    ScalarTypes.matching(
                            "RSA-2048, RSA-3072, RSA-4096 or ECDSA-P256",
                            "RSA-(?:2048|3072|4096)|ECDSA-P256",
                            "ECDSA-P256"))
            .scope(Scope.CONTROL_PLANE)
            .means("kind of the keys that kubeadm makes for certificates")
            .does(ISSUED + "encryptionAlgorithm")
            .since(31)
            .unlessSet("RSA-2048");

    public static final Variable<GoDuration> KUBEADM_INIT_TIMEOUT = variable(
                    "kubeadm_init_timeout", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("how long kubeadm init waits for each component that it starts, such as the first API server")
            .does("first control plane host: timeouts of kubeadm init; it is killed ten minutes later")
            .otherwise(GoDuration.parse("300s").orElseThrow());

    public static final Variable<GoDuration> KUBEADM_JOIN_TIMEOUT = variable(
                    "kubeadm_join_timeout", ClusterTypes.duration())
            .scope(Scope.CONTROL_PLANE)
            .means("how long kubeadm join waits for each component that it starts or contacts")
            .does("every node: timeouts of kubeadm join; it is killed ten minutes later")
            .otherwise(GoDuration.parse("300s").orElseThrow());

    public static final Variable<Integer> INSECURE_PORT = variable(
                    "kube_apiserver_insecure_port",
                    ChoiceTypes.only(
                            ScalarTypes.integer(0, 65535),
                            0,
                            "a port without TLS and authentication gives anyone full control of the cluster"))
            .scope(Scope.CONTROL_PLANE)
            .until(23)
            .means("insecure port of the API server, without TLS and authentication")
            .ignored(
                    Reason.REMOVED,
                    "always disabled (kubeadm's --insecure-port=0) and removed in Kubernetes 1.24; values other than 0 are refused")
            .otherwise(0);

    public static final Variable<Boolean> EXTERNAL_AUTHORITY = variable(
                    "kube_external_ca_mode",
                    ChoiceTypes.only(
                            ScalarTypes.truth(),
                            false,
                            "nobody but you could issue certificates then, and Urania does not support that yet: it would take hosts with an"
                                    + " admin.conf or kubelet.conf for those of a cluster that does not answer, hand on keys that are not there, and"
                                    + " reset would remove your files",
                            "remove the line; for a CA of your own whose key may be on hosts, put its ca.crt and ca.key into kube_cert_dir of"
                                    + " the first control plane host before the first apply: kubeadm uses them"))
            .scope(Scope.CONTROL_PLANE)
            .means("whether hosts have certificates and kubeconfigs of a CA whose key is elsewhere")
            .ignored(
                    Reason.LATER,
                    "true is refused: kubeadm issues the certificates, by a CA that it creates or finds with its key in kube_cert_dir of the first"
                            + " control plane host")
            .otherwise(false);

    public static final Variable<Boolean> RENEWAL = variable("auto_renew_certificates", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .means("whether a timer renews kubeadm's certificates before they expire")
            .does(
                    "control plane: k8s-certs-renew.timer runs kubeadm certs renew all when a certificate does not last a week longer than until"
                            + " the run after the next one, then restarts the API server, the controller manager and the scheduler of the host")
            .otherwise(false);

    public static final Variable<String> RENEWAL_CALENDAR = variable(
                    "auto_renew_certificates_systemd_calendar", CalendarType.event())
            .scope(Scope.CONTROL_PLANE)
            .means("when that timer runs; each host later by its own part of ten minutes for each control plane host")
            .does("control plane: OnCalendar of k8s-certs-renew.timer")
            .otherwise("Mon *-*-1,2,3,4,5,6,7 03:00:00");

    public static final Variable<Boolean> TRACING = variable("kube_apiserver_tracing", ScalarTypes.truth())
            .scope(Scope.CONTROL_PLANE)
            .since(27)
            .means("whether the API server sends traces of requests")
            .does(TRACES_FILE)
            .otherwise(false);

    public static final Variable<String> TRACING_ENDPOINT = variable(
                    "kube_apiserver_tracing_endpoint", ClusterTypes.collector())
            .scope(Scope.CONTROL_PLANE)
            .means("host and port of the collector of OpenTelemetry that gets them")
            .does(TRACES_FILE + ", endpoint")
            .otherwise("[::]:4317");

    public static final Variable<Integer> TRACING_RATE = variable(
                    "kube_apiserver_tracing_sampling_rate_per_million", ScalarTypes.integer(0, 1_000_000))
            .scope(Scope.CONTROL_PLANE)
            .means("how many of a million requests are traced")
            .does(TRACES_FILE + ", samplingRatePerMillion")
            .otherwise(100);

    public static final List<Variable<?>> TRACES = List.of(TRACING, TRACING_ENDPOINT, TRACING_RATE);

    public static final List<Variable<?>> ALL = List.of(
            TRACING,
            TRACING_ENDPOINT,
            TRACING_RATE,
            PORT,
            ANONYMOUS_AUTHENTICATION,
            AUTHORIZATION_MODES,
            EVENT_TTL,
            NODE_PORT_RANGE,
            CERTIFICATE_NAMES,
            LOG_LEVEL,
            CERTIFICATE_VALIDITY,
            AUTHORITY_VALIDITY,
            KEY_ALGORITHM,
            KUBEADM_INIT_TIMEOUT,
            KUBEADM_JOIN_TIMEOUT,
            POD_SECURITY_POLICY,
            CERTIFICATE_KEY,
            INSECURE_PORT,
            EXTERNAL_AUTHORITY,
            RENEWAL,
            RENEWAL_CALENDAR,
            ignored(
                    "kube_apiserver_admission_control_config_file",
                    "whether admission plugins have a configuration file",
                    Reason.ALWAYS,
                    "they have one wherever a plugin is configured"),
            ignored(
                    "kube_token_auth",
                    "static token file authentication",
                    Reason.ALWAYS,
                    "no static token file is created, because its tokens never expire; kubelets join with kubeadm's bootstrap tokens"),
            ignored("kube_basic_auth", "basic authentication", Reason.REMOVED, "Kubernetes 1.19 removed it")
                    .until(18),
            ignored(
                    "kube_cert_group",
                    "group that owns certificates",
                    Reason.ALWAYS,
                    "certificates are owned by root, as kubeadm creates them"),
            ignored(
                    "cert_management",
                    "who issues etcd's certificates",
                    Reason.ALWAYS,
                    "Urania issues them itself, and etcd's CA key never leaves the machine that runs it"),
            later(
                    "force_certificate_regeneration",
                    "whether all certificates are reissued",
                    "certificates are issued when they are missing or wrong; renewing them on demand comes with urania certs"),
            ignored(
                    "volume_cross_zone_attachment",
                    "whether volumes may be in another zone than their pod",
                    Reason.ELSEWHERE,
                    "Kubespray uses it only for OpenStack volumes"));

    private ApiServerVariables() {}

    private static boolean isPortRange(String text) {
        if (!text.matches("[1-9]\\d{0,4}-[1-9]\\d{0,4}")) {
            return false;
        }
        int dash = text.indexOf('-');
        int first = Integer.parseInt(text.substring(0, dash));
        int last = Integer.parseInt(text.substring(dash + 1));
        return first < last && last <= MOST_PORT;
    }
}
