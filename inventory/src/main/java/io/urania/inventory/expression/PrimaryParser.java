package io.urania.inventory.expression;

import io.urania.inventory.expression.Expression.Arguments;
import io.urania.inventory.problem.Position;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.DecimalValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Literals, names, brackets, and what follows them directly: attributes, items, calls. */
final class PrimaryParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final Position position;

    PrimaryParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.position = tokens.template().value().position();
    }

    Expression parse() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> name(tokens.take());
            case STRING -> string();
            case INTEGER ->
                new Expression.Literal(new IntegerValue(integer(tokens.take().text()), position), token.offset());
            case DECIMAL ->
                new Expression.Literal(
                        new DecimalValue(Double.parseDouble(tokens.take().text().replace("_", "")), position),
                        token.offset());
            case OPERATOR ->
                switch (token.text()) {
                    case "(" -> parenthesis();
                    case "[" -> list();
                    case "{" -> map();
                    default -> throw tokens.unexpected("a value is expected");
                };
            case END -> throw tokens.unexpected("a value is expected");
        };
    }

    Expression parsePostfix(Expression target) {
        Expression result = target;
        while (true) {
            Token token = tokens.peek();
            if (token.isOperator(".")) {
                tokens.take();
                Token member = tokens.take();
                result = switch (member.kind()) {
                    case NAME -> new Expression.Attribute(result, member.text(), member.offset());
                    case INTEGER ->
                        new Expression.Item(
                                result,
                                new Expression.Literal(
                                        new IntegerValue(integer(member.text()), position), member.offset()),
                                member.offset());
                    default ->
                        throw tokens.template()
                                .failure(
                                        member.offset(),
                                        member.described() + " is not valid after '.'",
                                        "a name is expected",
                                        "correct the expression");
                };
            } else if (token.isOperator("[")) {
                tokens.take();
                result = subscript(result, token.offset());
            } else if (token.isOperator("(")) {
                result = new Expression.Call(result, arguments(), token.offset());
            } else {
                return result;
            }
        }
    }

    /** {@code name} or {@code collection.name.name}. */
    String dottedName() {
        StringBuilder name = new StringBuilder(tokens.expectAnyName());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expectAnyName());
        }
        return name.toString();
    }

    Arguments arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.peek().isOperator(")")) {
            if (tokens.peekSecond().isOperator("=") && !tokens.peek().isOperator("(")) {
                String name = tokens.expectAnyName();
                tokens.expectOperator("=");
                named.put(name, expressions.parse());
            } else if (!named.isEmpty()) {
                throw tokens.unexpected("positional arguments must come before keyword arguments");
            } else {
                positional.add(expressions.parse());
            }
            if (!tokens.skipOperator(",") && !tokens.peek().isOperator(")")) {
                throw tokens.unexpected("',' or ')' is expected");
            }
        }
        tokens.expectOperator(")");
        return new Arguments(List.copyOf(positional), named);
    }

    private Expression name(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Expression.Literal(new BooleanValue(true, position), token.offset());
            case "false", "False" -> new Expression.Literal(new BooleanValue(false, position), token.offset());
            case "none", "None" -> new Expression.Literal(new NullValue(position), token.offset());
            case "and", "or", "not", "in", "is", "if", "else" ->
                throw tokens.template()
                        .failure(
                                token.offset(),
                                token.described() + " is not valid here",
                                "a value is expected",
                                "correct the expression");
            default -> new Expression.Name(token.text(), token.offset());
        };
    }

    private Expression string() {
        int offset = tokens.peek().offset();
        StringBuilder text = new StringBuilder();
        while (tokens.peek().kind() == Token.Kind.STRING) {
            Token string = tokens.take();
            text.append(tokens.escapes() ? StringEscapes.decoded(string, tokens.template()) : string.text());
        }
        // Literal: text that an expression makes is not rendered again, even if it looks like a template.
        return new Expression.Literal(new TextValue(text.toString(), position, true), offset);
    }

    private Expression parenthesis() {
        Token open = tokens.take();
        if (tokens.skipOperator(")")) {
            return new Expression.ListLiteral(List.of(), true, open.offset());
        }
        Expression inside = expressions.parseTuple();
        tokens.expectOperator(")");
        return inside;
    }

    private Expression list() {
        int offset = tokens.take().offset();
        List<Expression> elements = new ArrayList<>();
        while (!tokens.skipOperator("]")) {
            elements.add(expressions.parse());
            if (!tokens.skipOperator(",") && !tokens.peek().isOperator("]")) {
                throw tokens.unexpected("',' or ']' is expected");
            }
        }
        return new Expression.ListLiteral(List.copyOf(elements), false, offset);
    }

    private Expression map() {
        int offset = tokens.take().offset();
        List<Expression.Entry> entries = new ArrayList<>();
        while (!tokens.skipOperator("}")) {
            Expression key = expressions.parse();
            tokens.expectOperator(":");
            entries.add(new Expression.Entry(key, expressions.parse()));
            if (!tokens.skipOperator(",") && !tokens.peek().isOperator("}")) {
                throw tokens.unexpected("',' or '}' is expected");
            }
        }
        return new Expression.MapLiteral(List.copyOf(entries), offset);
    }

    private Expression subscript(Expression target, int offset) {
        Expression from = bound();
        if (tokens.skipOperator("]")) {
            if (from == null) {
                throw tokens.unexpected("an index or key is expected");
            }
            return new Expression.Item(target, from, offset);
        }
        tokens.expectOperator(":");
        Expression to = bound();
        Expression step = tokens.skipOperator(":") ? bound() : null;
        tokens.expectOperator("]");
        return new Expression.Slice(target, from, to, step, offset);
    }

    private @Nullable Expression bound() {
        return tokens.peek().isOperator(":") || tokens.peek().isOperator("]") ? null : expressions.parse();
    }

    private static BigInteger integer(String written) {
        String digits = written.replace("_", "");
        if (digits.length() > 2 && Character.isLetter(digits.charAt(1))) {
            int radix = switch (Character.toLowerCase(digits.charAt(1))) {
                case 'x' -> 16;
                case 'o' -> 8;
                default -> 2;
            };
            return new BigInteger(digits.substring(2), radix);
        }
        return new BigInteger(digits);
    }
}
