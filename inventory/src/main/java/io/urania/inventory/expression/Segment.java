package io.urania.inventory.expression;

import java.util.List;

/** A stretch of a template: text as it is, or the tokens between two delimiters. */
sealed interface Segment {
    int offset();

    record Data(String text, int offset) implements Segment {}

    /** {@code {{ … }}}. */
    record Output(List<Token> tokens, int offset) implements Segment {}

    /** {@code {% … %}}. */
    record Statement(List<Token> tokens, int offset) implements Segment {}
}
