package io.urania.engine.transport;

import java.util.Optional;
import java.util.function.Consumer;

/** Reaches each host by the way that its target names. */
public final class RoutedTransport implements Transport {

    private final Optional<? extends Transport> program;
    private final Transport builtIn;
    private final Transport local;

    /**
     * @param program the system's ssh, where there is one
     * @param builtIn for hosts that ask for it, that want a password, or where there is no program
     * @param local for this machine
     */
    public RoutedTransport(Optional<? extends Transport> program, Transport builtIn, Transport local) {
        this.program = program;
        this.builtIn = builtIn;
        this.local = local;
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException {
        return by(target).execute(target, command, input, outputLine);
    }

    /** Whether a host is for the program, which takes passwords from a terminal, a command line or the environment alone. */
    public static boolean wantsProgram(Target target) {
        return target.way() == Way.SSH && target.passwords().login().isEmpty();
    }

    private Transport by(Target target) {
        return switch (target.way()) {
            case LOCAL -> local;
            case BUILT_IN -> builtIn;
            case SSH -> program.isPresent() && wantsProgram(target) ? program.get() : builtIn;
        };
    }

    @Override
    public void close() {
        try (builtIn;
                local) {
            program.ifPresent(Transport::close);
        }
    }
}
