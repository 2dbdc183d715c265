package io.urania.cli.rack;

import io.urania.lab.Rack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a class of tests where there is no rack, or nobody who may enter its hosts, and says so. */
final class RackCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!isRoot()) {
            return ConditionEvaluationResult.disabled("not root: the hosts of a rack cannot be entered");
        }
        Path directory = RackUnderTest.place();
        return Rack.exists(directory)
                ? ConditionEvaluationResult.enabled("there is a rack in " + directory)
                : ConditionEvaluationResult.disabled("there is no rack in " + directory
                        + ": make one with ./urania lab up, or name another with -Durania.rack=DIR");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
