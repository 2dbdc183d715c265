package io.urania.cluster.variable.rows;

import static io.urania.cluster.variable.Variable.variable;

import io.urania.cluster.value.GoDuration;
import io.urania.cluster.variable.Scope;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.type.AuditRulesType;
import io.urania.cluster.variable.type.ClusterTypes;
import io.urania.cluster.variable.type.PathTypes;
import io.urania.cluster.variable.type.ScalarTypes;
import io.urania.cluster.variable.type.TreeType;
import io.urania.cluster.variable.type.VariableType;
import java.util.List;
import java.util.Map;

/** The API server's audit log, and whom it tells of requests besides. */
public final class AuditVariables {

    private static final String WEBHOOK_FILE = "control plane: kubeconfig of the audit webhook, ";

    public static final Variable<Boolean> ENABLED = of("kubernetes_audit", ScalarTypes.truth())
            .means("whether the API server writes an audit log")
            .does("control plane: flags of kube-apiserver, --audit-log-* and --audit-policy-file, with the policy")
            .otherwise(false);

    public static final Variable<String> LOG = of(
                    "audit_log_path",
                    ScalarTypes.matching(
                            "an absolute path, or - for the standard output",
                            "-|(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*){2,}",
                            "/var/log/audit/kube-apiserver-audit.log"))
            .means("path of the audit log as the API server sees it")
            .does("control plane: flag of kube-apiserver, --audit-log-path")
            .otherwise("/var/log/audit/kube-apiserver-audit.log", "/var/log/audit/kube-apiserver-audit.log");

    public static final Variable<String> DIRECTORY = of(
                    "audit_log_hostpath", PathTypes.ownDirectory("/var/log/kubernetes/audit"))
            .means("directory of the host that has the audit log")
            .does("control plane: a volume of kube-apiserver")
            .otherwise("/var/log/kubernetes/audit", "/var/log/kubernetes/audit");

    public static final Variable<Integer> MAX_AGE = of("audit_log_maxage", ScalarTypes.integer(0, 36_500))
            .means("days after which an audit log is removed; 0 for never")
            .does("control plane: flag of kube-apiserver, --audit-log-maxage")
            .otherwise(30);

    public static final Variable<Integer> MAX_BACKUPS = of("audit_log_maxbackups", ScalarTypes.integer(0, 10_000))
            .means("audit logs that are kept besides the present one; 0 for any number")
            .does("control plane: flag of kube-apiserver, --audit-log-maxbackup")
            .otherwise(10);

    public static final Variable<Integer> MAX_SIZE = of("audit_log_maxsize", ScalarTypes.integer(1, 100_000))
            .means("megabytes from which another audit log is begun")
            .does("control plane: flag of kube-apiserver, --audit-log-maxsize")
            .otherwise(100);

    public static final Variable<List<Object>> RULES = of("audit_policy_custom_rules", new AuditRulesType())
            .means("rules of the audit policy, instead of Urania's")
            .does("control plane: rules of the audit policy")
            .unlessSet("metadata of all requests but those that only keep the cluster going");

    public static final Variable<Boolean> WEBHOOK = of("kubernetes_audit_webhook", ScalarTypes.truth())
            .means("whether the API server sends what it notes of requests to a webhook")
            .does("control plane: flags of kube-apiserver, --audit-webhook-* and --audit-policy-file, with the policy")
            .otherwise(false);

    public static final Variable<String> WEBHOOK_SERVER = of("audit_webhook_server_url", ClusterTypes.url())
            .means("where the webhook of the audit log is")
            .does(WEBHOOK_FILE + "server")
            .unlessSet("none; required with kubernetes_audit_webhook");

    public static final Variable<Map<String, Object>> WEBHOOK_FIELDS = of(
                    "audit_webhook_server_extra_args", new TreeType())
            .means(
                    "how that server is reached, as a cluster of a kubeconfig has it: certificate-authority-data and the like")
            .does(WEBHOOK_FILE + "fields beside server")
            .otherwise(Map.of(), "none");

    public static final Variable<String> WEBHOOK_MODE = of(
                    "audit_webhook_mode",
                    ScalarTypes.matching(
                            "batch, blocking or blocking-strict", "batch|blocking|blocking-strict", "batch"))
            .means("whether requests wait until the webhook has been told")
            .does("control plane: flag of kube-apiserver, --audit-webhook-mode")
            .otherwise("batch", "batch");

    public static final Variable<Integer> WEBHOOK_BATCH_SIZE = of(
                    "audit_webhook_batch_max_size", ScalarTypes.integer(1, 100_000))
            .means("requests of which the webhook is told at once, in mode batch")
            .does("control plane: flag of kube-apiserver, --audit-webhook-batch-max-size")
            .otherwise(100);

    public static final Variable<GoDuration> WEBHOOK_BATCH_WAIT = of(
                    "audit_webhook_batch_max_wait", ClusterTypes.duration())
            .means("after how long the webhook is told at the latest, in mode batch")
            .does("control plane: flag of kube-apiserver, --audit-webhook-batch-max-wait")
            .otherwise(GoDuration.parse("1s").orElseThrow());

    public static final List<Variable<?>> ALL = List.of(
            ENABLED,
            LOG,
            DIRECTORY,
            MAX_AGE,
            MAX_BACKUPS,
            MAX_SIZE,
            RULES,
            WEBHOOK,
            WEBHOOK_SERVER,
            WEBHOOK_FIELDS,
            WEBHOOK_MODE,
            WEBHOOK_BATCH_SIZE,
            WEBHOOK_BATCH_WAIT);

    private AuditVariables() {}

    private static <T> Variable<T> of(String name, VariableType<T> type) {
        return variable(name, type).scope(Scope.CONTROL_PLANE);
    }
}
