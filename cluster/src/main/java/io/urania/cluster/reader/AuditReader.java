package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AuditSpec;
import io.urania.cluster.variable.rows.AuditVariables;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the settings of the audit log. */
final class AuditReader {

    private static final String HEAD = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";

    private final Source source;

    AuditReader(Source source) {
        this.source = source;
    }

    /** The audit log, if there is one. */
    Optional<AuditSpec> read() {
        AuditSpec audit = new AuditSpec(
                source.find(AuditVariables.RULES).map(this::policy).orElseGet(AuditReader::ours),
                source.get(AuditVariables.LOG),
                source.get(AuditVariables.DIRECTORY),
                source.get(AuditVariables.MAX_AGE),
                source.get(AuditVariables.MAX_BACKUPS),
                source.get(AuditVariables.MAX_SIZE));
        return source.get(AuditVariables.ENABLED) ? Optional.of(audit) : Optional.empty();
    }

    private String policy(String rules) {
        if (!isList(rules)) {
            source.error(
                    source.position(AuditVariables.RULES),
                    "audit_policy_custom_rules is not a list of rules in YAML",
                    "the API server would not start with a policy that it cannot read",
                    "write '|' after the colon, and below it lines such as '- level: Metadata'");
        }
        return HEAD + "rules:\n" + rules.strip().indent(2);
    }

    private static boolean isList(String rules) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(rules) instanceof List<?>;
        } catch (YAMLException _) {
            return false; // told as what it is not
        }
    }

    private static String ours() {
        return ResourceText.beside(AuditReader.class, "audit-policy.yaml");
    }
}
