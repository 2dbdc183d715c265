package io.urania.control.procedure;

import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.control.failure.FailedChecks;
import io.urania.control.stage.Surveyed;
import java.util.List;

/** What preflight has found: nobody gets past its errors. */
public final class Checks {

    private Checks() {}

    /**
     * The warnings.
     *
     * @param hosts all hosts of the inventory
     * @throws FailedChecks with all findings, if there are errors among them
     */
    public static List<Finding> passed(Surveyed surveyed, List<String> hosts) throws FailedChecks {
        List<Finding> findings = surveyed.findings();
        if (findings.stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
            throw new FailedChecks(hosts, findings);
        }
        return findings;
    }
}
