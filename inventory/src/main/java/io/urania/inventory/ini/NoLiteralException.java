package io.urania.inventory.ini;

/** A text is no Python literal, and therefore simply text. */
final class NoLiteralException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
