package io.urania.engine.run;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.StepResult;
import java.util.List;

/** What is told about a step that failed. */
final class FailureText {

    private static final int LINES = 20;

    private FailureText() {}

    /**
     * The last lines of a step's output.
     *
     * @param operation what was run: the secrets in its payloads are not told, should the host have repeated them
     */
    static String of(StepResult result, Operation operation) {
        List<String> lines = Transcript.output(result, operation).lines().toList();
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return end.isBlank() ? "the command ended with exit code " + result.code() + " and printed nothing" : end;
    }
}
