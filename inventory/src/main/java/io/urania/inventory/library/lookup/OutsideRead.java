package io.urania.inventory.library.lookup;

import io.urania.inventory.problem.Position;

/**
 * Something of this machine that a lookup has read.
 *
 * @param name the file's absolute path, or the variable's name
 * @param position the template
 */
public record OutsideRead(Kind kind, String name, Position position) {

    /** What can be read. */
    public enum Kind {
        /** A file outside of the inventory's folders. */
        FILE,
        /** A variable of the environment. */
        VARIABLE
    }
}
