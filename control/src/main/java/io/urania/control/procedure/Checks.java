package io.urania.control.procedure;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.FailedChecks;
import java.util.List;

/** What preflight has found: nobody gets past its errors. */
public final class Checks {

    private Checks() {}

    /**
     * The warnings.
     *
     * @param findings of hosts that were surveyed
     * @param hosts all hosts of the inventory
     * @throws FailedChecks with all findings, if there are errors among them
     */
    public static List<Finding> passed(List<Finding> findings, List<String> hosts) throws FailedChecks {
        if (findings.stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
            throw new FailedChecks(hosts, findings);
        }
        return findings;
    }
}
