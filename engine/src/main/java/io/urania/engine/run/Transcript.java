package io.urania.engine.run;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.StepResult;
import io.urania.engine.event.Detail;
import io.urania.engine.plan.TaskId;
import io.urania.engine.text.ControlSequences;
import java.time.Instant;
import java.util.Comparator;

/** What is said of a step's command and output, without the secrets that it carries. */
final class Transcript {

    private Transcript() {}

    static Detail begun(Instant at, TaskId id, Operation operation) {
        return new Detail.Command(
                at, id, withoutSecrets(operation.script(), operation).strip());
    }

    /** Told when a step has ended, and not line by line: a secret may have several lines. */
    static Detail ended(Instant at, TaskId id, StepResult result, Operation operation) {
        return new Detail.Printed(at, id, output(result, operation).stripTrailing());
    }

    /** What a host printed, as people may see it: sequences first, for one of them could part a secret. */
    static String output(StepResult result, Operation operation) {
        return withoutSecrets(ControlSequences.removed(result.output()), operation);
    }

    /** A text in which the secrets of an operation's payloads are replaced, should a host have repeated them. */
    static String withoutSecrets(String text, Operation operation) {
        return operation.payloads().stream()
                .flatMap(payload -> payload.secrets().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (known, secret) -> known.replace(secret, "(secret)"));
    }
}
