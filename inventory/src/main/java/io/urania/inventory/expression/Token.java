package io.urania.inventory.expression;

/**
 * A word of an expression.
 *
 * @param text as written; of a string, what is between the quotes
 * @param offset where in the template it starts
 */
record Token(Kind kind, String text, int offset) {
    enum Kind {
        NAME,
        INTEGER,
        DECIMAL,
        STRING,
        OPERATOR,
        END
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** As an error message names it. */
    String described() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
