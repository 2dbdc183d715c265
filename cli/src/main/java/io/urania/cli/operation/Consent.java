package io.urania.cli.operation;

import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.io.IOException;

/** Asks before something is changed, unless {@code --yes} has answered already. */
public final class Consent {

    private final Console console;
    private final boolean yes;

    public Consent(Console console, boolean yes) {
        this.console = console;
        this.yes = yes;
    }

    /**
     * Goes on only if the person agrees.
     *
     * @throws Refusal if the answer is no, or nobody is there to ask
     */
    public void require(String question) throws Refusal, IOException {
        if (yes) {
            return;
        }
        if (!console.canAsk()) {
            throw new Refusal(
                    ExitCode.USAGE, "nothing was changed: there is no terminal to ask \"" + question + "\"; add --yes");
        }
        if (!console.confirm(question)) {
            throw new Refusal(ExitCode.FAILED, "nothing was changed");
        }
    }
}
