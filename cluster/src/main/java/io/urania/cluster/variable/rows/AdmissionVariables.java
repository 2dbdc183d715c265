package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.CollectionTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.TreesType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;

/** What admission plugins of the API server are configured with. */
public final class AdmissionVariables {

    private static final String SECURITY = "control plane: the configuration of the admission plugin PodSecurity, ";

    private static final VariableType<String> LEVEL =
            ScalarTypes.matching("privileged, baseline or restricted", "privileged|baseline|restricted", "baseline");
    private static final VariableType<String> VERSION =
            ScalarTypes.matching("latest, or a minor version such as v1.36", "latest|v1\\.\\d{1,3}", "latest");

    public static final Variable<Map<String, Object>> EVENT_RATE_LIMITS = of(
                    "kube_apiserver_admission_event_rate_limits", new TreeType())
            .means(
                    "limits of the admission plugin EventRateLimit: mappings of type, qps, burst and cache_size, by names")
            .does("control plane: the configuration of the admission plugin EventRateLimit")
            .otherwise(Map.of(), "none");

    public static final Variable<String> NODE_SELECTOR = of(
                    "kube_apiserver_admission_plugins_podnodeselector_default_node_selector",
                    ScalarTypes.matching(
                            "labels such as env=test,tier=one, or nothing",
                            "(?:[A-Za-z0-9./_-]+=[A-Za-z0-9._-]*(?:,[A-Za-z0-9./_-]+=[A-Za-z0-9._-]*)*)?",
                            "env=test"))
            .means("the node selector of pods in namespaces without one, with the admission plugin PodNodeSelector")
            .does("control plane: the configuration of the admission plugin PodNodeSelector")
            .otherwise("", "none");

    public static final Variable<List<Object>> LIMITED_RESOURCES = of(
                    "kube_resource_quota_limited_resources", new TreesType())
            .means("resources that nobody may use without a quota")
            .does("control plane: the configuration of the admission plugin ResourceQuota, limitedResources")
            .otherwise(List.of(), "none");

    public static final Variable<Boolean> POD_SECURITY = of("kube_pod_security_use_default", ScalarTypes.truth())
            .since(23)
            .means("whether namespaces without labels of pod security have the defaults below")
            .does(SECURITY + "defaults")
            .otherwise(false);

    public static final Variable<String> ENFORCE =
            level("enforce", "what pods that violate it are refused by", "baseline");
    public static final Variable<String> ENFORCE_VERSION = version("enforce");
    public static final Variable<String> AUDIT =
            level("audit", "what pods that violate it are noted in the audit log by", "restricted");
    public static final Variable<String> AUDIT_VERSION = version("audit");
    public static final Variable<String> WARN =
            level("warn", "what pods that violate it are warned about by", "restricted");
    public static final Variable<String> WARN_VERSION = version("warn");

    public static final Variable<List<String>> EXEMPT_USERS = exempt("usernames", "users", List.of());
    public static final Variable<List<String>> EXEMPT_CLASSES =
            exempt("runtime_class_names", "runtime classes", List.of());
    public static final Variable<List<String>> EXEMPT_NAMESPACES =
            exempt("namespaces", "namespaces", List.of("kube-system"));

    public static final List<Variable<?>> ALL = List.of(
            EVENT_RATE_LIMITS,
            NODE_SELECTOR,
            LIMITED_RESOURCES,
            POD_SECURITY,
            ENFORCE,
            ENFORCE_VERSION,
            AUDIT,
            AUDIT_VERSION,
            WARN,
            WARN_VERSION,
            EXEMPT_USERS,
            EXEMPT_CLASSES,
            EXEMPT_NAMESPACES);

    private AdmissionVariables() {}

    private static Variable<String> level(String mode, String meaning, String usual) {
        return of("kube_pod_security_default_" + mode, LEVEL)
                .since(23)
                .means("level of pod security: " + meaning)
                .does(SECURITY + "defaults." + mode)
                .otherwise(usual, usual);
    }

    private static Variable<String> version(String mode) {
        return of("kube_pod_security_default_" + mode + "_version", VERSION)
                .since(23)
                .means("the Kubernetes whose level is meant")
                .does(SECURITY + "defaults." + mode + "-version")
                .unlessSet("that of the cluster");
    }

    private static Variable<List<String>> exempt(String name, String meaning, List<String> usual) {
        return of("kube_pod_security_exemptions_" + name, CollectionTypes.listOf(ScalarTypes.line()))
                .since(23)
                .means(meaning + " to which pod security does not apply")
                .does(SECURITY + "exemptions")
                .otherwise(usual);
    }

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}
