package io.urania.control.failure;

import io.urania.cluster.preflight.Finding;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing was changed, because checks failed that say what would go wrong. */
public final class FailedChecks extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    // Nobody writes an exception to a stream; Serializable is what every exception is.
    private final transient List<String> hosts;
    private final transient List<Finding> findings;

    /**
     * @param hosts all hosts of the inventory
     * @param findings warnings among them too
     */
    public FailedChecks(List<String> hosts, List<Finding> findings) {
        super("nothing changed: these checks failed:\n"
                + findings.stream()
                        .map(finding -> "  " + finding.host() + ": " + finding.what())
                        .collect(Collectors.joining("\n")));
        this.hosts = List.copyOf(hosts);
        this.findings = List.copyOf(findings);
    }

    public List<String> hosts() {
        return hosts;
    }

    public List<Finding> findings() {
        return findings;
    }
}
