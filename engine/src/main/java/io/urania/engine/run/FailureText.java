package io.urania.engine.run;

import io.urania.engine.batch.StepResult;
import java.util.List;

/** What is told about a step that failed. */
final class FailureText {

    private static final int LINES = 20;

    private FailureText() {}

    static String of(StepResult result) {
        List<String> lines = result.output().lines().toList();
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return end.isBlank() ? "the command ended with exit code " + result.code() + " and printed nothing" : end;
    }
}
