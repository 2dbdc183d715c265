package io.urania.cli.init;

import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what no option says: asks on a terminal, and takes what it would propose elsewhere. */
public final class Interview {
    private final Console console;
    private final boolean asks;

    /** What an answer means. */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * What it means.
         *
         * @throws Refusal if it means nothing, with the reason
         */
        T of(String answer) throws Refusal;
    }

    /**
     * @param yes whether every proposal is taken unasked
     */
    public Interview(Console console, boolean yes) {
        this.console = console;
        this.asks = console.canAsk() && !yes;
    }

    public boolean asks() {
        return asks;
    }

    /**
     * What an option says, or what the person answers, or the proposal.
     *
     * @param option the option's value; null if it is not given
     * @param proposal taken for an empty answer; if it is empty, there has to be an answer
     */
    public <T> T find(@Nullable String option, String question, String proposal, Reading<T> reading)
            throws Refusal, IOException {
        if (option != null) {
            return reading.of(option);
        }
        if (!asks) {
            return reading.of(proposal);
        }
        while (true) {
            Optional<String> answer = console.ask(question + (proposal.isEmpty() ? ":" : " [" + proposal + "]:"));
            if (answer.isEmpty()) {
                throw new Refusal(
                        ExitCode.USAGE, "the input ended before all questions were answered; nothing was written");
            }
            try {
                return reading.of(answer.get().isEmpty() ? proposal : answer.get());
            } catch (Refusal wrong) {
                console.printError(String.valueOf(wrong.getMessage()));
            }
        }
    }
}
