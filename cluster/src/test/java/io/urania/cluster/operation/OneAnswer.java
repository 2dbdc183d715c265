package io.urania.cluster.operation;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.util.function.Consumer;

/** A host that gives the same answer to every batch of one step. */
record OneAnswer(int code, String answer) implements Transport {
    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine) {
        String marker = SentBatch.of(input).marker();
        outputLine.accept(marker + " begin 0");
        answer.lines().forEach(outputLine);
        outputLine.accept(marker + " end 0 " + code);
        return new Exit(0, "");
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
