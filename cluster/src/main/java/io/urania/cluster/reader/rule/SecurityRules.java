package io.urania.cluster.reader.rule;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.component.NodeRuntime;
import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.cluster.value.AuthorizationMode;
import io.urania.cluster.variable.Effect;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader.Setting;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.program.KubeletSettings;
import io.urania.cluster.variable.registry.Variables;
import io.urania.cluster.variable.rows.AccessVariables;
import io.urania.cluster.variable.rows.AdmissionVariables;
import io.urania.cluster.variable.rows.ApiServerVariables;
import io.urania.cluster.variable.rows.CorefileVariables;
import io.urania.cluster.variable.rows.DeploymentVariables;
import io.urania.cluster.variable.rows.DnsVariables;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.NodeLocalVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a cluster would be more open than others, that is told at the top of every command. Where it would be more open than its inventory
 * asks, because Urania cannot do what a variable asks for, that is refused until somebody has written that it is known.
 */
public final class SecurityRules {
    private static final List<Variable<?>> DOORS = List.of(
            EtcdVariables.CLIENT_AUTHENTICATION,
            EtcdVariables.PEER_CLIENT_AUTHENTICATION,
            EtcdVariables.METRICS_PORT,
            EtcdVariables.METRICS_URLS,
            KubeletSettings.READ_ONLY_PORT.variable(),
            NodeLocalVariables.METRICS_ON_HOST,
            ApiServerVariables.AUTHORIZATION_MODES,
            FlagVariables.ADMISSION_PLUGINS.variable(),
            ApiServerVariables.POD_SECURITY_POLICY);

    /** Variables that ask for more security than Urania can give, as told in {@code docs/security.md}. */
    static final List<String> UNMET = List.of("gvisor_enabled", "kata_containers_enabled");

    /** What every server of Kubernetes has from 1.19 on (k8s.io/apiserver, secure_serving.go; kubelet, server.go). */
    private static final List<String> TLS_AS_IT_IS = List.of("VersionTLS10", "VersionTLS11", "VersionTLS12");

    private final Source source;

    public SecurityRules(Source source) {
        this.source = source;
    }

    /** Variables that can open a door, as told in {@code docs/security.md}. */
    static List<Variable<?>> doors() {
        List<Variable<?>> doors = new ArrayList<>(DOORS);
        NodeRuntimes.ALL.forEach(runtime -> doors.addAll(runtime.doors()));
        return doors;
    }

    public void check(KubernetesVersion kubernetes) {
        etcd();
        apiServer(kubernetes);
        kubelets();
        names();
        containers();
        List<String> accepted = source.get(DeploymentVariables.WITHOUT);
        accepted.stream()
                .filter(name -> !UNMET.contains(name))
                .forEach(name -> source.error(
                        source.position(DeploymentVariables.WITHOUT),
                        "urania_without lists " + name,
                        "it accepts only security settings that Urania does not support yet: "
                                + String.join(", ", UNMET),
                        "remove the name from the list"));
        UNMET.forEach(name -> Variables.named(name).ifPresent(variable -> unmet(variable, accepted.contains(name))));
    }

    private void etcd() {
        if (!source.get(EtcdVariables.CLIENT_AUTHENTICATION)) {
            door(
                    EtcdVariables.CLIENT_AUTHENTICATION,
                    "etcd does not require client certificates",
                    "anyone who can reach " + ports(EtcdInstance.CLIENT_PORT, EtcdInstance.EVENTS_CLIENT_PORT)
                            + " of its hosts can read and change the whole cluster, including secrets",
                    "remove the line: API servers have a certificate for it anyway");
        }
        if (!source.get(EtcdVariables.PEER_CLIENT_AUTHENTICATION)) {
            door(
                    EtcdVariables.PEER_CLIENT_AUTHENTICATION,
                    "etcd members do not require peer certificates",
                    "anyone who can reach " + ports(EtcdInstance.PEER_PORT, EtcdInstance.EVENTS_PEER_PORT)
                            + " of its hosts can read and change the whole cluster, including secrets",
                    "remove the line: members have certificates for each other anyway");
        }
        metrics();
    }

    private String ports(int main, int events) {
        return source.get(EtcdVariables.EVENTS) ? "port " + main + " or " + events : "port " + main;
    }

    private void metrics() {
        source.find(EtcdVariables.METRICS_PORT)
                .ifPresent(port -> door(
                        EtcdVariables.METRICS_PORT,
                        "etcd serves its metrics to everyone",
                        "anyone who can reach port " + port + " of its hosts can read them without authentication",
                        "set etcd_listen_metrics_urls: http://127.0.0.1:" + port + ", or remove the line"));
        source.find(EtcdVariables.METRICS_URLS)
                .filter(urls -> Stream.of(urls.split(","))
                        .anyMatch(url -> url.startsWith("http://")
                                && !url.matches("http://(?:127\\..*|\\[::1].*|localhost:.*)")))
                .ifPresent(urls -> door(
                        EtcdVariables.METRICS_URLS,
                        "etcd serves its metrics to everyone",
                        "anyone who can reach " + urls + " can read them without authentication",
                        "write an address that only the host reaches, such as http://127.0.0.1:2381"));
    }

    private void kubelets() {
        Variable<Integer> port = KubeletSettings.READ_ONLY_PORT.variable();
        source.membership().in(port.scope()).stream()
                .map(host -> source.variables().setting(port, host))
                .flatMap(Optional::stream)
                .filter(setting -> setting.value() != 0)
                .findFirst()
                .ifPresent(setting -> source.warning(
                        setting.position(),
                        port.name() + ": kubelets tell everyone about pods",
                        "anyone who can reach port " + setting.value()
                                + " of a node can read the specifications of its pods without authentication",
                        "remove the line"));
    }

    private void names() {
        if (source.get(NodeLocalVariables.METRICS_ON_HOST) && source.get(DnsVariables.NODE_LOCAL_ENABLED)) {
            door(
                    NodeLocalVariables.METRICS_ON_HOST,
                    "the DNS caches serve their metrics on the nodes' addresses",
                    "anyone who can reach port " + source.get(CorefileVariables.CACHE_METRICS_PORT)
                            + " of a node can read them without authentication",
                    "remove the line: then only the node itself reaches them");
        }
    }

    private void apiServer(KubernetesVersion kubernetes) {
        if (source.get(ApiServerVariables.AUTHORIZATION_MODES).contains(AuthorizationMode.ALWAYS_ALLOW)) {
            boolean anonymous = source.get(ApiServerVariables.ANONYMOUS_AUTHENTICATION);
            door(
                    ApiServerVariables.AUTHORIZATION_MODES,
                    "the API server allows everything to everyone",
                    anonymous
                            ? "its modes include AlwaysAllow, and it accepts anonymous requests (kube_api_anonymous_auth): anyone who"
                                    + " can reach it is a cluster administrator"
                            : "its modes include AlwaysAllow: every pod and every node is a cluster administrator",
                    "write authorization_modes: [Node, RBAC]");
        }
        if (source.find(FlagVariables.ADMISSION_PLUGINS.variable())
                .filter(plugins -> plugins.contains(FlagVariables.ALWAYS_PULL_IMAGES))
                .isPresent()) {
            door(
                    FlagVariables.ADMISSION_PLUGINS.variable(),
                    "the admission plugin AlwaysPullImages is left out",
                    "nodes have the cluster's images from the bundle: with the plugin they would ask a registry, and no pod would start."
                            + " Without it, a pod can use a private image that another pod of its node has pulled",
                    "remove AlwaysPullImages; set imagePullPolicy: Always in the pods whose images are private");
        }
        if (source.get(ApiServerVariables.POD_SECURITY_POLICY)
                && !ApiServerVariables.POD_SECURITY_POLICY.lifetime().contains(kubernetes)) {
            door(
                    ApiServerVariables.POD_SECURITY_POLICY,
                    "no policy restricts pods",
                    "Kubernetes " + kubernetes
                            + " no longer has PodSecurityPolicy: anyone who can create a pod can create a privileged one",
                    "label namespaces with pod-security.kubernetes.io/enforce, and remove the line");
        }
        tooNew(kubernetes);
    }

    /** What a person relies on, and an older Kubernetes does not have. */
    private void tooNew(KubernetesVersion kubernetes) {
        for (Variable<Boolean> asked : List.of(
                AdmissionVariables.POD_SECURITY,
                AccessVariables.AUTHENTICATION_FILE,
                AccessVariables.AUTHORIZATION_FILE)) {
            if (source.get(asked) && !asked.lifetime().contains(kubernetes)) {
                source.warning(
                        source.position(asked),
                        asked.name() + " has no effect in Kubernetes " + kubernetes,
                        "Kubernetes has it " + asked.lifetime() + ": what the line asks for is missing in this cluster",
                        "set kube_version to a newer one, or remove the line");
            }
        }
    }

    private void containers() {
        NodeRuntime runtime = source.get(NodeRuntimes.CHOICE);
        runtime.openDoors(source).forEach(door -> door(door.variable(), door.what(), door.why(), door.remedy()));
    }

    private void door(Variable<?> variable, String what, String why, String remedy) {
        source.warning(source.position(variable), variable.name() + ": " + what, why, remedy);
    }

    private <T> void unmet(Variable<T> variable, boolean accepted) {
        Optional<Setting<T>> setting = source.membership().in(variable.scope()).stream()
                .map(host -> source.variables().setting(variable, host))
                .flatMap(Optional::stream)
                .filter(one -> asks(one.value()))
                .findFirst();
        if (setting.isEmpty() || !(variable.effect() instanceof Effect.Ignored without)) {
            return;
        }
        String name = variable.name();
        if (accepted) {
            source.warning(
                    setting.get().position(),
                    name + " has no effect",
                    without.explanation(),
                    "urania_without accepts this");
        } else {
            source.error(
                    setting.get().position(),
                    name + " requires more security than Urania supports yet",
                    without.explanation(),
                    "remove the line; or, to deploy the cluster without it, set urania_without: [" + name + "]");
        }
    }

    private static boolean asks(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case List<?> list -> !list.isEmpty();
            case String text -> !text.isEmpty() && !TLS_AS_IT_IS.contains(text);
            default -> false;
        };
    }
}
