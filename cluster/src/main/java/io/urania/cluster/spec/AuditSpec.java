package io.urania.cluster.spec;

import java.util.List;
import java.util.Optional;

/**
 * The API server's audit log (Kubernetes documentation, "Auditing").
 *
 * @param rules of the policy, as it has them; empty for Urania's own
 * @param log the log's path as the API server sees it, or {@code -} for its standard output
 * @param directory the host's directory that has the log
 * @param maxAge days after which a log is removed
 * @param maxBackups logs that are kept besides the present one
 * @param maxSize megabytes from which another log is begun
 */
public record AuditSpec(
        Optional<List<Object>> rules, String log, String directory, int maxAge, int maxBackups, int maxSize) {

    /** Whether there is a file. */
    public boolean isFile() {
        return !log.equals("-");
    }
}
