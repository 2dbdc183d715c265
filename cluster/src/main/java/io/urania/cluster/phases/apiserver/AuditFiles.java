package io.urania.cluster.phases.apiserver;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.apiserver.ApiServerSpec;
import io.urania.cluster.spec.apiserver.AuditSpec;
import io.urania.cluster.variable.rows.AuditVariables;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the API server notes of requests, and whom it tells. */
record AuditFiles(ApiServerSpec server) {

    private static final String POLICY = "/etc/kubernetes/audit-policy/apiserver-audit-policy.yaml";
    private static final String WEBHOOK = "/etc/kubernetes/audit-policy/apiserver-audit-webhook-config.yaml";

    List<ProgramFile> all() {
        List<ProgramFile> files = new ArrayList<>();
        server.audit().ifPresent(audit -> {
            files.add(new ProgramFile(
                    "audit-policy",
                    POLICY,
                    Optional.of("audit-policy-file"),
                    policy(audit),
                    false,
                    AuditVariables.ALL));
            audit.webhook()
                    .ifPresent(webhook -> files.add(new ProgramFile(
                            "audit-webhook",
                            WEBHOOK,
                            Optional.of("audit-webhook-config-file"),
                            new WebhookKubeconfig(webhook.server()).text(),
                            true,
                            AuditVariables.ALL)));
        });
        return files;
    }

    SortedMap<String, String> flags() {
        SortedMap<String, String> flags = new TreeMap<>();
        server.audit().flatMap(AuditSpec::log).ifPresent(log -> {
            flags.put("audit-log-path", log.path());
            flags.put("audit-log-maxage", Integer.toString(log.maxAge()));
            flags.put("audit-log-maxbackup", Integer.toString(log.maxBackups()));
            flags.put("audit-log-maxsize", Integer.toString(log.maxSize()));
        });
        server.audit().flatMap(AuditSpec::webhook).ifPresent(webhook -> {
            flags.put("audit-webhook-mode", webhook.mode());
            webhook.batch().ifPresent(batch -> {
                flags.put("audit-webhook-batch-max-size", Integer.toString(batch.size()));
                flags.put("audit-webhook-batch-max-wait", batch.longest().toString());
            });
        });
        return flags;
    }

    private static String policy(AuditSpec audit) {
        return audit.rules()
                .map(rules -> {
                    Map<String, Object> root = new LinkedHashMap<>();
                    root.put("apiVersion", "audit.k8s.io/v1");
                    root.put("kind", "Policy");
                    root.put("rules", rules);
                    return YamlText.of(List.of(root));
                })
                .orElseGet(() -> ResourceText.beside(AuditFiles.class, "audit-policy.yaml"));
    }
}
