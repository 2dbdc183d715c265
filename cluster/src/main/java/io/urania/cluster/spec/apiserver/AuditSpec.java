package io.urania.cluster.spec.apiserver;

import io.urania.cluster.value.GoDuration;
import java.util.List;
import java.util.Optional;

/**
 * What the API server tells of requests, and to whom (Kubernetes documentation, "Auditing").
 *
 * @param rules of the policy, as it has them; empty for Urania's own
 * @param log the log, if there is one
 * @param webhook who is told besides, if there is somebody
 */
public record AuditSpec(Optional<List<Object>> rules, Optional<Log> log, Optional<Webhook> webhook) {

    /**
     * The audit log.
     *
     * @param path as the API server sees it, or {@code -} for its standard output
     * @param directory the host's directory that has the log
     * @param maxAge days after which a log is removed
     * @param maxBackups logs that are kept besides the present one
     * @param maxSize megabytes from which another log is begun
     */
    public record Log(String path, String directory, int maxAge, int maxBackups, int maxSize) {

        /** Whether there is a file. */
        public boolean isFile() {
            return !path.equals("-");
        }
    }

    /**
     * Who is told of requests.
     *
     * @param server where they are sent
     * @param batch how many are sent at once, and after how long at the latest; empty if each is sent by itself
     * @param mode {@code batch}, {@code blocking} or {@code blocking-strict}
     */
    public record Webhook(WebhookSpec server, String mode, Optional<Batch> batch) {}

    /** Requests that are told together. */
    public record Batch(int size, GoDuration longest) {}
}
