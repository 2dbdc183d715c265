package io.urania.inventory.expression;

import io.urania.inventory.expression.Token.Kind;
import java.util.List;
import java.util.Set;

/** The tokens between two delimiters, read one after another. */
final class Tokens {
    private static final Set<String> RESERVED = Set.of("true", "false", "none", "True", "False", "None", "not", "loop");

    private final TemplateText template;
    private final List<Token> tokens;
    private final boolean escapes;
    private int next;

    /**
     * Tokens of one template.
     *
     * @param escapes whether backslashes in string literals are escapes: in statements they are, in outputs Ansible keeps them
     */
    Tokens(TemplateText template, List<Token> tokens, boolean escapes) {
        this.template = template;
        this.tokens = tokens;
        this.escapes = escapes;
    }

    boolean escapes() {
        return escapes;
    }

    TemplateText template() {
        return template;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    boolean skipOperator(String operator) {
        boolean found = peek().isOperator(operator);
        if (found) {
            take();
        }
        return found;
    }

    boolean skipName(String name) {
        boolean found = peek().isName(name);
        if (found) {
            take();
        }
        return found;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "' is expected");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "' is expected");
        }
    }

    String expectAnyName() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected("a name is expected");
        }
        return take().text();
    }

    /** A name that a template may give a value to. */
    String expectAssignableName() {
        Token token = peek();
        String name = expectAnyName();
        if (RESERVED.contains(name)) {
            throw template.failure(
                    token.offset(), "'" + name + "' cannot be set", "it is a reserved word", "use another name");
        }
        return name;
    }

    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw unexpected("nothing more is expected here");
        }
    }

    TemplateException unexpected(String why) {
        Token token = peek();
        return template.failure(
                token.offset(), token.described() + " is not valid here", why, "correct the expression");
    }
}
