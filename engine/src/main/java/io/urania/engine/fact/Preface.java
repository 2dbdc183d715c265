package io.urania.engine.fact;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.StepResult;
import java.util.function.BiConsumer;

/**
 * What every host does before it is asked, in the same round trip: unlike a probe it may change something.
 *
 * @param operation exit code and standard output are its answer
 * @param answer takes the host's name and its answer; called by the threads that ask
 */
public record Preface(Operation operation, BiConsumer<String, StepResult> answer) {}
