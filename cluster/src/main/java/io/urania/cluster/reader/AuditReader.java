package io.urania.cluster.reader;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.AuditSpec;
import io.urania.cluster.variable.rows.AuditVariables;
import java.util.Optional;

/** Reads the settings of the audit log. */
final class AuditReader {

    private final Source source;

    AuditReader(Source source) {
        this.source = source;
    }

    /** The audit log, if there is one. */
    Optional<AuditSpec> read() {
        AuditSpec audit = new AuditSpec(
                source.find(AuditVariables.RULES),
                source.get(AuditVariables.LOG),
                source.get(AuditVariables.DIRECTORY),
                source.get(AuditVariables.MAX_AGE),
                source.get(AuditVariables.MAX_BACKUPS),
                source.get(AuditVariables.MAX_SIZE));
        return source.get(AuditVariables.ENABLED) ? Optional.of(audit) : Optional.empty();
    }
}
