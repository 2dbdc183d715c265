package io.urania.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/** The terminal of standard input, switched by stty(1). An interrupted program leaves it showing what is typed. */
public final class TerminalEcho implements Echo {

    private final Thread repair = new Thread(this::repair, "terminal");

    @Override
    public void show(boolean shown) throws IOException {
        if (shown) {
            stty("echo");
            Runtime.getRuntime().removeShutdownHook(repair);
        } else {
            Runtime.getRuntime().addShutdownHook(repair);
            stty("-echo");
        }
    }

    private void repair() {
        try {
            stty("echo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stty(String word) throws IOException {
        Process process = new ProcessBuilder("stty", word)
                .redirectInput(Redirect.INHERIT)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("typed input cannot be hidden on the terminal (stty " + word + ")");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
