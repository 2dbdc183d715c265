package io.urania.engine.transport.openssh;

import java.util.function.Consumer;

/** Notices when a command's first line of output comes, before it passes that on. For one thread that reads. */
final class FirstLine implements Consumer<String> {

    private final Consumer<String> lines;
    private final Runnable first;
    private volatile boolean hasCome;

    FirstLine(Consumer<String> lines, Runnable first) {
        this.lines = lines;
        this.first = first;
    }

    @Override
    public void accept(String line) {
        if (!hasCome) {
            hasCome = true;
            first.run();
        }
        lines.accept(line);
    }

    boolean hasCome() {
        return hasCome;
    }
}
