package io.urania.engine.transport;

import java.util.function.Consumer;

/** Runs commands on hosts. Safe for use by many threads; connections are kept until {@link #close()}. */
public interface Transport extends AutoCloseable {

    /**
     * Runs one command line in the target's login shell and waits for its end.
     *
     * <p>Exit code 255 means that the transport failed, as it does for ssh: commands must not end with it.
     *
     * @param input writes the command's standard input; it is closed afterwards
     * @param outputLine receives each line of standard output as it arrives, without its line end; called by one thread
     *     of the transport's own; what it throws ends the command and is passed on
     * @return exit code and the last part of standard error
     * @throws TransportException if the command could not be started or the connection was lost
     * @throws java.io.UncheckedIOException if the input cannot be read on this machine
     * @throws InterruptedException if the waiting thread was interrupted; the command is then cut off from its input and
     *     output, and ends at the latest when it next writes something
     */
    Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
            throws TransportException, InterruptedException;

    /** Closes all kept connections. */
    @Override
    void close();
}
