package io.urania.cluster.reader.apiserver;

import io.urania.artifacts.KubernetesVersion;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.AdmissionSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.program.FlagVariables;
import io.urania.cluster.variable.rows.AdmissionVariables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what admission plugins are configured with. */
final class AdmissionReader {

    private static final String RATE_LIMIT = "EventRateLimit";
    private static final String IMAGE_POLICY = "ImagePolicyWebhook";
    private static final String NODE_SELECTOR = "PodNodeSelector";
    private static final String SERVICE_ACCOUNT = "ServiceAccount";
    private static final String ALWAYS_DENY = "AlwaysDeny";
    private static final String QUOTA = "ResourceQuota";
    private static final Set<String> LIMIT_TYPES = Set.of("Server", "Namespace", "User", "SourceAndObject");

    /** The first minor version with the group of PodSecurity's configuration as it stays. */
    private static final int STABLE_POD_SECURITY = 25;

    private final Source source;

    AdmissionReader(Source source) {
        this.source = source;
    }

    AdmissionSpec read(KubernetesVersion kubernetes) {
        Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
        List<Object> limits = limits();
        List<String> plugins =
                source.find(FlagVariables.ADMISSION_PLUGINS.variable()).orElse(List.of());
        if (plugins.contains(RATE_LIMIT)) {
            configurations.put(
                    RATE_LIMIT,
                    document("eventratelimit.admission.k8s.io/v1alpha1", "Configuration", "limits", limits));
            if (source.get(AdmissionVariables.EVENT_RATE_LIMITS).isEmpty()) {
                refused(
                        "kube_apiserver_enable_admission_plugins has EventRateLimit, and no limits are set",
                        "set kube_apiserver_admission_event_rate_limits, or remove EventRateLimit");
            }
        }
        List<String> off =
                source.find(FlagVariables.DISABLED_PLUGINS.variable()).orElse(List.of());
        off.stream()
                .filter(plugins::contains)
                .forEach(plugin -> source.error(
                        source.position(FlagVariables.DISABLED_PLUGINS.variable()),
                        "kube_apiserver_disable_admission_plugins and kube_apiserver_enable_admission_plugins both have "
                                + plugin,
                        "the API server would not start",
                        "remove it from one of them"));
        if (off.contains(SERVICE_ACCOUNT)) {
            source.error(
                    source.position(FlagVariables.DISABLED_PLUGINS.variable()),
                    "kube_apiserver_disable_admission_plugins has ServiceAccount",
                    "pods would get no token: neither the network nor CoreDNS would work",
                    "remove ServiceAccount");
        }
        if (plugins.contains(ALWAYS_DENY)) {
            source.error(
                    source.position(FlagVariables.ADMISSION_PLUGINS.variable()),
                    "kube_apiserver_enable_admission_plugins has AlwaysDeny",
                    "the API server would refuse every change, those of kubeadm too",
                    "remove AlwaysDeny");
        }
        if (plugins.contains(IMAGE_POLICY)) {
            refused(
                    "kube_apiserver_enable_admission_plugins has ImagePolicyWebhook, and Urania has no variable for its webhook",
                    "remove ImagePolicyWebhook");
        }
        String selector = source.get(AdmissionVariables.NODE_SELECTOR);
        if (plugins.contains(NODE_SELECTOR)) {
            configurations.put(
                    NODE_SELECTOR,
                    Map.of("podNodeSelectorPluginConfig", Map.of("clusterDefaultNodeSelector", selector)));
        }
        List<Object> limited = source.get(AdmissionVariables.LIMITED_RESOURCES);
        if (!limited.isEmpty()) {
            configurations.put(
                    QUOTA,
                    document("apiserver.config.k8s.io/v1", "ResourceQuotaConfiguration", "limitedResources", limited));
        }
        Map<String, Object> defaults = defaults(kubernetes);
        Map<String, Object> exemptions = exemptions();
        if (source.get(AdmissionVariables.POD_SECURITY)
                && AdmissionVariables.POD_SECURITY.lifetime().contains(kubernetes)) {
            Map<String, Object> security = document(
                    "pod-security.admission.config.k8s.io/"
                            + (kubernetes.minor() < STABLE_POD_SECURITY ? "v1beta1" : "v1"),
                    "PodSecurityConfiguration",
                    "defaults",
                    defaults);
            security.put("exemptions", exemptions);
            configurations.put("PodSecurity", security);
        }
        return new AdmissionSpec(configurations);
    }

    private void refused(String what, String remedy) {
        source.error(
                source.position(FlagVariables.ADMISSION_PLUGINS.variable()),
                what,
                "the API server would not start: this plugin needs a configuration",
                remedy);
    }

    private List<Object> limits() {
        List<Object> limits = new ArrayList<>();
        source.get(AdmissionVariables.EVENT_RATE_LIMITS).forEach((name, limit) -> {
            if (limit instanceof Map<?, ?> map
                    && LIMIT_TYPES.contains(String.valueOf(map.get("type")))
                    && isNumber(map.get("qps"))
                    && isNumber(map.get("burst"))
                    && (map.get("cache_size") == null || isNumber(map.get("cache_size")))) {
                Map<String, Object> written = new LinkedHashMap<>();
                written.put("type", String.valueOf(map.get("type")));
                written.put("qps", number(map.get("qps")));
                written.put("burst", number(map.get("burst")));
                if (map.get("cache_size") != null) {
                    written.put("cacheSize", number(map.get("cache_size")));
                }
                limits.add(written);
            } else {
                source.error(
                        source.position(AdmissionVariables.EVENT_RATE_LIMITS),
                        "kube_apiserver_admission_event_rate_limits: " + name + " is not a limit",
                        "a limit has a type (Server, Namespace, User or SourceAndObject), and numbers qps and burst",
                        "write " + name + ": {type: Namespace, qps: 50, burst: 100, cache_size: 2000}");
            }
        });
        return limits;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value != null && value.toString().matches("\\d{1,9}");
    }

    private static int number(@Nullable Object value) {
        return Integer.parseInt(String.valueOf(value));
    }

    private Map<String, Object> defaults(KubernetesVersion kubernetes) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        String minor = "v" + kubernetes.major() + "." + kubernetes.minor();
        put(defaults, "enforce", AdmissionVariables.ENFORCE, AdmissionVariables.ENFORCE_VERSION, minor);
        put(defaults, "audit", AdmissionVariables.AUDIT, AdmissionVariables.AUDIT_VERSION, minor);
        put(defaults, "warn", AdmissionVariables.WARN, AdmissionVariables.WARN_VERSION, minor);
        return defaults;
    }

    private void put(
            Map<String, Object> defaults, String mode, Variable<String> level, Variable<String> version, String minor) {
        defaults.put(mode, source.get(level));
        defaults.put(mode + "-version", source.find(version).orElse(minor));
    }

    private Map<String, Object> exemptions() {
        Map<String, Object> exemptions = new LinkedHashMap<>();
        exemptions.put("usernames", new ArrayList<>(source.get(AdmissionVariables.EXEMPT_USERS)));
        exemptions.put("runtimeClasses", new ArrayList<>(source.get(AdmissionVariables.EXEMPT_CLASSES)));
        exemptions.put("namespaces", new ArrayList<>(source.get(AdmissionVariables.EXEMPT_NAMESPACES)));
        return exemptions;
    }

    private static Map<String, Object> document(String apiVersion, String kind, String field, Object value) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", apiVersion);
        document.put("kind", kind);
        document.put(field, value);
        return document;
    }
}
