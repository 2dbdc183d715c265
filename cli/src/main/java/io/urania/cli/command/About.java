package io.urania.cli.command;

import java.util.List;

/**
 * What the list of commands says of one. It stands in a constant and not in an annotation: to read the annotations of all commands costs a
 * start more time than everything else that a list of commands needs.
 *
 * @param name the word that is typed
 * @param description sentences, a line each
 */
public record About(String name, List<String> description) {

    public About {
        description = List.copyOf(description);
    }

    /** A command with its lines. */
    public static About of(String name, String... description) {
        return new About(name, List.of(description));
    }
}
