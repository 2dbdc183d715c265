package io.urania.inventory.library.filter;

import io.urania.inventory.python.OperationException;

/** A filter that has no result, such as {@code first} of an empty list; {@code default} may take its place. */
public final class NothingException extends OperationException {
    private static final long serialVersionUID = 1L;

    NothingException(String what) {
        super(what, "", "add | default(…)");
    }
}
