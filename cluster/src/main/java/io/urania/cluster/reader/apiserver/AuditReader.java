package io.urania.cluster.reader.apiserver;

import io.urania.cluster.reader.source.Source;
import io.urania.cluster.spec.apiserver.AuditSpec;
import io.urania.cluster.spec.apiserver.WebhookSpec;
import io.urania.cluster.variable.rows.AuditVariables;
import java.util.Map;
import java.util.Optional;

/** Reads what the API server tells of requests. */
final class AuditReader {

    private static final String BATCH = "batch";

    private final Source source;

    AuditReader(Source source) {
        this.source = source;
    }

    /** The audit log and its webhook, if there is either. */
    Optional<AuditSpec> read() {
        AuditSpec audit = new AuditSpec(source.find(AuditVariables.RULES), log(), webhook());
        return audit.log().isPresent() || audit.webhook().isPresent() ? Optional.of(audit) : Optional.empty();
    }

    private Optional<AuditSpec.Log> log() {
        AuditSpec.Log log = new AuditSpec.Log(
                source.get(AuditVariables.LOG),
                source.get(AuditVariables.DIRECTORY),
                source.get(AuditVariables.MAX_AGE),
                source.get(AuditVariables.MAX_BACKUPS),
                source.get(AuditVariables.MAX_SIZE));
        return source.get(AuditVariables.ENABLED) ? Optional.of(log) : Optional.empty();
    }

    private Optional<AuditSpec.Webhook> webhook() {
        WebhookReader reader = new WebhookReader(source);
        Map<String, Object> fields = reader.fields(AuditVariables.WEBHOOK_FIELDS);
        String mode = source.get(AuditVariables.WEBHOOK_MODE);
        AuditSpec.Batch batch = new AuditSpec.Batch(
                source.get(AuditVariables.WEBHOOK_BATCH_SIZE), source.get(AuditVariables.WEBHOOK_BATCH_WAIT));
        return reader.read(AuditVariables.WEBHOOK, AuditVariables.WEBHOOK_SERVER, fields)
                .map(server -> new AuditSpec.Webhook(
                        new WebhookSpec(server), mode, mode.equals(BATCH) ? Optional.of(batch) : Optional.empty()));
    }
}
