package io.urania.engine.fact;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.StepResult;
import io.urania.engine.text.ControlSequences;
import java.util.SortedSet;

/**
 * What is run for a probe. What it complains of is not part of its answer; so when it has failed it is run once more, which changes nothing, to
 * hear that alone.
 */
final class ProbeScript {

    private static final String COMPLAINT = "complaint: ";

    /** Enough for the name of a file and what is wrong with it. */
    private static final int LONGEST_COMPLAINT = 200;

    private ProbeScript() {}

    static Operation operation(Probe<?> probe, SortedSet<String> subjects) {
        // In an AND-OR list the subshell would ignore "set -e" (POSIX 2.8.1): it stands in a line of its own.
        return Operation.of("""
                probe() {
                :
                %s
                }
                set +e
                ( set -e; probe )
                code=$?
                if [ "$code" -ne 0 ]; then
                    printf '\n%s%%s\n' "$( ( set -e; probe ) 2>&1 >/dev/null | tail -n 1)"
                    exit "$code"
                fi
                """.formatted(probe.script(subjects), COMPLAINT));
    }

    /** A clause. */
    static String whyItFailed(StepResult result) {
        String complaint = result.output()
                .lines()
                .filter(line -> line.startsWith(COMPLAINT))
                .reduce(
                        "",
                        (_, line) -> ControlSequences.removed(line.substring(COMPLAINT.length()))
                                .strip());
        return "its probe ended with exit code " + result.code()
                + (complaint.isEmpty()
                        ? ""
                        : ": " + complaint.substring(0, Math.min(LONGEST_COMPLAINT, complaint.length())));
    }
}
