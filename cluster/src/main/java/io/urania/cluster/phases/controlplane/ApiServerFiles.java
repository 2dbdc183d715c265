package io.urania.cluster.phases.controlplane;

import io.urania.cluster.manifest.YamlText;
import io.urania.cluster.spec.AuditSpec;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.text.ResourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files that the API server reads besides its certificates: each in a directory of its own, which its pod has as a volume. */
record ApiServerFiles(ClusterSpec spec) {

    private static final String AUDIT_DIRECTORY = "/etc/kubernetes/audit-policy";
    private static final String AUDIT_POLICY = AUDIT_DIRECTORY + "/apiserver-audit-policy.yaml";
    private static final String ADMISSION_DIRECTORY = "/etc/kubernetes/admission-controls";
    private static final String ADMISSION = ADMISSION_DIRECTORY + "/admission-controls.yaml";

    /** The files of a control plane host. */
    List<TextFile> files() {
        List<TextFile> files = new ArrayList<>();
        spec.apiServer().audit().ifPresent(audit -> files.add(TextFile.of(AUDIT_POLICY, policy(audit))));
        if (!spec.apiServer().admission().configurations().isEmpty()) {
            files.add(TextFile.of(ADMISSION, admission()));
        }
        return List.copyOf(files);
    }

    /** The flags that name them. */
    SortedMap<String, String> flags() {
        SortedMap<String, String> flags = new TreeMap<>();
        spec.apiServer().audit().ifPresent(audit -> {
            flags.put("audit-policy-file", AUDIT_POLICY);
            flags.put("audit-log-path", audit.log());
            flags.put("audit-log-maxage", Integer.toString(audit.maxAge()));
            flags.put("audit-log-maxbackup", Integer.toString(audit.maxBackups()));
            flags.put("audit-log-maxsize", Integer.toString(audit.maxSize()));
        });
        if (!spec.apiServer().admission().configurations().isEmpty()) {
            flags.put("admission-control-config-file", ADMISSION);
        }
        return flags;
    }

    /** The volumes of the API server's pod, as kubeadm's configuration has them. */
    List<Map<String, Object>> volumes() {
        List<Map<String, Object>> volumes = new ArrayList<>();
        spec.apiServer().audit().ifPresent(audit -> {
            volumes.add(volume("audit-policy", AUDIT_DIRECTORY, AUDIT_DIRECTORY, true));
            if (audit.isFile()) {
                volumes.add(volume("audit-log", audit.directory(), directoryOf(audit), false));
            }
        });
        if (!spec.apiServer().admission().configurations().isEmpty()) {
            volumes.add(volume("admission-controls", ADMISSION_DIRECTORY, ADMISSION_DIRECTORY, true));
        }
        return volumes;
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
                .orElseGet(() -> ResourceText.beside(ApiServerFiles.class, "audit-policy.yaml"));
    }

    private static String directoryOf(AuditSpec audit) {
        return Objects.requireNonNull(Path.of(audit.log()).getParent(), audit.log())
                .toString();
    }

    private String admission() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("apiVersion", "apiserver.config.k8s.io/v1");
        root.put("kind", "AdmissionConfiguration");
        List<Object> plugins = new ArrayList<>();
        spec.apiServer().admission().configurations().forEach((name, configuration) -> {
            Map<String, Object> plugin = new LinkedHashMap<>();
            plugin.put("name", name);
            plugin.put("configuration", configuration);
            plugins.add(plugin);
        });
        root.put("plugins", plugins);
        return YamlText.of(List.of(root));
    }

    private static Map<String, Object> volume(String name, String host, String mount, boolean readOnly) {
        Map<String, Object> volume = new LinkedHashMap<>();
        volume.put("name", name);
        volume.put("hostPath", host);
        volume.put("mountPath", mount);
        volume.put("readOnly", readOnly);
        volume.put("pathType", "DirectoryOrCreate");
        return volume;
    }
}
