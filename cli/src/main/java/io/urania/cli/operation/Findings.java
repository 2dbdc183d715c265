package io.urania.cli.operation;

import io.urania.cli.console.Console;
import io.urania.control.failure.Refusal;
import io.urania.control.failure.ExitCode;
import io.urania.cli.report.FindingText;
import io.urania.cluster.preflight.Finding;
import io.urania.cluster.preflight.Level;
import io.urania.engine.fact.FactBook;
import java.util.List;

/** Tells what preflight has found, and lets nobody past its errors. */
public final class Findings {
    private final Console console;

    public Findings(Console console) {
        this.console = console;
    }

    /**
     * Tells warnings on the error output, so that they are in nobody's way, and goes on.
     *
     * @throws Refusal with all findings, if there are errors among them
     */
    public void letPass(ClusterSession cluster, FactBook book) throws Refusal {
        List<Finding> findings = cluster.preflight(book);
        if (findings.isEmpty()) {
            return;
        }
        List<String> lines = new FindingText(console.style(), cluster.hosts()).of(findings);
        if (findings.stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
            throw new Refusal(
                    ExitCode.FAILED, "nothing changed: these checks failed:\n" + String.join("\n", lines));
        }
        lines.forEach(console::printError);
    }
}
