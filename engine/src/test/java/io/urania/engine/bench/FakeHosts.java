package io.urania.engine.bench;

import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hosts without a network: what is measured with them is Urania's own work. */
final class FakeHosts implements Transport {

    private final RepeatedAnswer answer = new RepeatedAnswer();

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws InterruptedException {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        try {
            input.writeTo(script);
            answer.to(script.toString(StandardCharsets.UTF_8)).lines().forEach(outputLine);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Exit(0, "");
    }

    @Override
    public void close() {
        // There are no connections.
    }
}
