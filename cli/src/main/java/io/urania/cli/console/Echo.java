package io.urania.cli.console;

import java.io.IOException;

/** Whether a terminal shows what is typed. */
@FunctionalInterface
public interface Echo {

    /** Hides or shows what is typed from now on. */
    void show(boolean shown) throws IOException;
}
