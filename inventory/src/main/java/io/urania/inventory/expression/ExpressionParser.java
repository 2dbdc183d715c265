package io.urania.inventory.expression;

import io.urania.inventory.expression.Expression.Arguments;
import io.urania.inventory.expression.Expression.Link;
import io.urania.inventory.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operator precedence parser for expressions. The precedences are Jinja2's, which are Python's but for two: {@code **} groups from the
 * left, and a sign binds tighter than it ({@code -2 ** 2} is 4).
 */
final class ExpressionParser {
    private static final int SUM = 1;
    private static final Map<String, Integer> PRECEDENCE =
            Map.of("+", SUM, "-", SUM, "~", 2, "*", 3, "/", 3, "//", 3, "%", 3, "**", 4);
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final int DEEPEST_NESTING = 200;

    private final Tokens tokens;
    private final PrimaryParser primaries;
    private int depth;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.primaries = new PrimaryParser(tokens, this);
    }

    /** An expression, or several with commas between, which are a tuple. */
    Expression parseTuple() {
        int offset = tokens.peek().offset();
        Expression first = parse();
        if (!tokens.peek().isOperator(",")) {
            return first;
        }
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (tokens.skipOperator(",") && !endsTuple()) {
            elements.add(parse());
        }
        return new Expression.ListLiteral(List.copyOf(elements), true, offset);
    }

    Expression parse() {
        if (++depth > DEEPEST_NESTING) {
            throw tokens.template()
                    .failure(
                            tokens.peek().offset(),
                            "the expression is nested too deeply",
                            "more than " + DEEPEST_NESTING + " levels",
                            "split it into variables");
        }
        Expression result = parseOr();
        while (tokens.peek().isName("if")) {
            int offset = tokens.take().offset();
            Expression test = parseOr();
            Expression otherwise = tokens.skipName("else") ? parse() : null;
            result = new Expression.Conditional(result, test, otherwise, offset);
        }
        depth--;
        return result;
    }

    /** As {@link #parse}, without {@code … if …}: what {@code for} iterates over. */
    Expression parseOr() {
        Expression left = parseAnd();
        while (tokens.peek().isName("or")) {
            int offset = tokens.take().offset();
            left = new Expression.Binary("or", left, parseAnd(), offset);
        }
        return left;
    }

    private Expression parseAnd() {
        Expression left = parseNot();
        while (tokens.peek().isName("and")) {
            int offset = tokens.take().offset();
            left = new Expression.Binary("and", left, parseNot(), offset);
        }
        return left;
    }

    private Expression parseNot() {
        if (tokens.peek().isName("not") && !tokens.peekSecond().isName("in")) {
            int offset = tokens.take().offset();
            enter();
            Expression operand = parseNot();
            depth--;
            return new Expression.Unary("not", operand, offset);
        }
        return parseComparison();
    }

    private Expression parseComparison() {
        int offset = tokens.peek().offset();
        Expression first = parseArithmetic(SUM);
        List<Link> links = new ArrayList<>();
        String operator = comparison();
        while (operator != null) {
            int place = tokens.take().offset();
            if (operator.equals("not in")) {
                tokens.take();
            }
            links.add(new Link(operator, parseArithmetic(SUM), place));
            operator = comparison();
        }
        return links.isEmpty() ? first : new Expression.Comparison(first, List.copyOf(links), offset);
    }

    private @Nullable String comparison() {
        Token token = tokens.peek();
        if (token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text())) {
            return token.text();
        }
        if (token.isName("in")) {
            return "in";
        }
        return token.isName("not") && tokens.peekSecond().isName("in") ? "not in" : null;
    }

    private Expression parseArithmetic(int weakest) {
        Expression left = parseUnary(true);
        while (true) {
            Token operator = tokens.peek();
            Integer precedence = operator.kind() == Kind.OPERATOR ? PRECEDENCE.get(operator.text()) : null;
            if (precedence == null || precedence < weakest) {
                return left;
            }
            tokens.take();
            left = new Expression.Binary(operator.text(), left, parseArithmetic(precedence + 1), operator.offset());
        }
    }

    private Expression parseUnary(boolean withFilters) {
        Token token = tokens.peek();
        Expression result;
        if (token.isOperator("-") || token.isOperator("+")) {
            tokens.take();
            enter();
            result = new Expression.Unary(token.text(), parseUnary(false), token.offset());
            depth--;
        } else {
            result = primaries.parse();
        }
        result = primaries.parsePostfix(result);
        return withFilters ? parseFilters(result) : result;
    }

    /** Filters, tests and calls behind an expression. */
    Expression parseFilters(Expression target) {
        Expression result = target;
        while (true) {
            if (tokens.skipOperator("|")) {
                int offset = tokens.peek().offset();
                String name = primaries.dottedName();
                Arguments arguments = tokens.peek().isOperator("(") ? primaries.arguments() : Arguments.NONE;
                result = new Expression.Filter(result, name, arguments, offset);
            } else if (tokens.skipName("is")) {
                result = parseTest(result);
            } else if (tokens.peek().isOperator("(")) {
                result = primaries.parsePostfix(result);
            } else {
                return result;
            }
        }
    }

    private Expression parseTest(Expression target) {
        boolean negated = tokens.skipName("not");
        int offset = tokens.peek().offset();
        String name = primaries.dottedName();
        Arguments arguments = Arguments.NONE;
        if (tokens.peek().isOperator("(")) {
            arguments = primaries.arguments();
        } else if (startsTestArgument(tokens.peek())) {
            Expression argument = primaries.parsePostfix(primaries.parse());
            arguments = new Arguments(List.of(argument), Map.of());
        }
        return new Expression.Test(target, name, arguments, negated, offset);
    }

    private static boolean startsTestArgument(Token token) {
        return switch (token.kind()) {
            case INTEGER, DECIMAL, STRING -> true;
            case NAME ->
                switch (token.text()) {
                    // Jinja2 takes 'if', 'in' and 'not' for an argument here, and fails on it.
                    case "and", "or", "else" -> false;
                    default -> true;
                };
            case OPERATOR -> token.text().equals("[") || token.text().equals("{");
            case END -> false;
        };
    }

    private boolean endsTuple() {
        Token token = tokens.peek();
        return token.kind() == Kind.END || token.isOperator(")") || token.isOperator("]") || token.isOperator("}");
    }

    private void enter() {
        if (++depth > DEEPEST_NESTING) {
            throw tokens.unexpected("it is nested more than " + DEEPEST_NESTING + " levels deep");
        }
    }
}
