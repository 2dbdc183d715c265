package io.urania.inventory.expression;

import io.urania.inventory.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts the segments of a template together to its parts: bodies into their statements. */
final class TemplateParser {
    private static final List<String> STATEMENTS = List.of(
            "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith", "raw", "endraw");
    private static final int DEEPEST_NESTING = 100;

    private final TemplateText template;
    private final List<Segment> segments;
    private int next;
    private int depth;

    TemplateParser(TemplateText template) {
        this.template = template;
        this.segments = SegmentReader.read(template);
    }

    List<Part> parse() {
        List<Part> parts = body(Set.of());
        if (next < segments.size()) {
            Tokens stray = open((Segment.Statement) segments.get(next));
            throw template.failure(
                    stray.peek().offset(), stray.peek().described() + " has nothing to close", "", "remove it");
        }
        return parts;
    }

    /** The parts up to a statement named in {@code ends}, which is left to be read; or to the end. */
    private List<Part> body(Set<String> ends) {
        List<Part> parts = new ArrayList<>();
        for (; next < segments.size(); next++) {
            switch (segments.get(next)) {
                case Segment.Data data -> parts.add(new Part.Data(data.text()));
                case Segment.Output output -> {
                    Tokens tokens = new Tokens(template, output.tokens(), false);
                    Expression expression = new ExpressionParser(tokens).parseTuple();
                    tokens.expectEnd();
                    parts.add(new Part.Output(expression));
                }
                case Segment.Statement statement -> {
                    String keyword = open(statement).peek().text();
                    if (ends.contains(keyword) || isEnd(keyword)) {
                        return List.copyOf(parts);
                    }
                    parts.add(statement(statement));
                }
            }
        }
        return List.copyOf(parts);
    }

    private Part statement(Segment.Statement statement) {
        if (++depth > DEEPEST_NESTING) {
            throw template.failure(statement.offset(), "statements are nested too deeply", "", "split the template");
        }
        Tokens tokens = open(statement);
        Token keyword = tokens.take();
        Part part = switch (keyword.text()) {
            case "if" -> parseIf(tokens, keyword);
            case "for" -> parseFor(tokens, keyword);
            case "set" -> parseSet(tokens, keyword);
            case "with" -> parseWith(tokens, keyword);
            default ->
                throw template.failure(
                        keyword.offset(),
                        "unknown statement " + keyword.described(),
                        "the supported statements are if, for, set, with and raw",
                        Suggestion.didYouMean(keyword.text(), STATEMENTS, "write it as an expression"));
        };
        depth--;
        return part;
    }

    private Part parseIf(Tokens firstTokens, Token keyword) {
        List<Part.Branch> branches = new ArrayList<>();
        Tokens tokens = firstTokens;
        while (true) {
            Expression condition = new ExpressionParser(tokens).parseTuple();
            tokens.expectEnd();
            next++;
            branches.add(new Part.Branch(condition, body(Set.of("elif", "else", "endif"))));
            tokens = reopen(keyword, "endif");
            if (tokens.skipName("elif")) {
                continue;
            }
            List<Part> otherwise = List.of();
            if (tokens.skipName("else")) {
                tokens.expectEnd();
                next++;
                otherwise = body(Set.of("endif"));
                tokens = reopen(keyword, "endif");
            }
            end(tokens, "endif");
            return new Part.If(List.copyOf(branches), otherwise);
        }
    }

    private Part parseFor(Tokens tokens, Token keyword) {
        List<String> names = names(tokens);
        tokens.expectName("in");
        ExpressionParser parser = new ExpressionParser(tokens);
        Expression iterable = parser.parseOr();
        Expression condition = tokens.skipName("if") ? parser.parse() : null;
        if (tokens.peek().isName("recursive")) {
            throw tokens.unexpected("recursive loops are not supported");
        }
        tokens.expectEnd();
        next++;
        List<Part> body = body(Set.of("else", "endfor"));
        Tokens closing = reopen(keyword, "endfor");
        List<Part> otherwise = List.of();
        if (closing.skipName("else")) {
            closing.expectEnd();
            next++;
            otherwise = body(Set.of("endfor"));
            closing = reopen(keyword, "endfor");
        }
        end(closing, "endfor");
        return new Part.For(names, iterable, condition, body, otherwise, keyword.offset());
    }

    private Part parseWith(Tokens tokens, Token keyword) {
        List<Part.Set> assignments = new ArrayList<>();
        while (tokens.peek().kind() != Token.Kind.END) {
            if (!assignments.isEmpty()) {
                tokens.expectOperator(",");
            }
            int offset = tokens.peek().offset();
            List<String> names = List.of(tokens.expectAnyName());
            tokens.expectOperator("=");
            assignments.add(new Part.Set(names, new ExpressionParser(tokens).parse(), offset));
        }
        next++;
        List<Part> body = body(Set.of("endwith"));
        end(reopen(keyword, "endwith"), "endwith");
        return new Part.With(List.copyOf(assignments), body);
    }

    private Part parseSet(Tokens tokens, Token keyword) {
        if (tokens.peekSecond().isOperator(".")) {
            String namespace = tokens.expectAnyName();
            tokens.expectOperator(".");
            String attribute = tokens.expectAnyName();
            tokens.expectOperator("=");
            Expression expression = new ExpressionParser(tokens).parseTuple();
            tokens.expectEnd();
            return new Part.SetAttribute(namespace, attribute, expression, keyword.offset());
        }
        List<String> names = names(tokens);
        if (tokens.skipOperator("=")) {
            Expression expression = new ExpressionParser(tokens).parseTuple();
            tokens.expectEnd();
            return new Part.Set(names, expression, keyword.offset());
        }
        Expression body = new Expression.Name(Part.SetBlock.BODY, keyword.offset());
        Expression filtered = new ExpressionParser(tokens).parseFilters(body);
        tokens.expectEnd();
        if (names.size() > 1) {
            throw tokens.unexpected("'=' is expected after several names");
        }
        next++;
        List<Part> parts = body(Set.of("endset"));
        end(reopen(keyword, "endset"), "endset");
        return new Part.SetBlock(names.getFirst(), parts, filtered, keyword.offset());
    }

    private static List<String> names(Tokens tokens) {
        boolean parenthesised = tokens.skipOperator("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.expectAssignableName());
        } while (tokens.skipOperator(","));
        if (parenthesised) {
            tokens.expectOperator(")");
        }
        return List.copyOf(names);
    }

    /** The statement at which a body ended; a failure if the template ended instead. */
    private Tokens reopen(Token keyword, String wanted) {
        if (next >= segments.size()) {
            throw template.failure(
                    keyword.offset(), keyword.described() + " is never closed", "", "add {% " + wanted + " %}");
        }
        return open((Segment.Statement) segments.get(next));
    }

    private static void end(Tokens tokens, String keyword) {
        tokens.expectName(keyword);
        tokens.expectEnd();
    }

    private Tokens open(Segment.Statement statement) {
        return new Tokens(template, statement.tokens(), true);
    }

    private static boolean isEnd(String keyword) {
        return switch (keyword) {
            case "elif", "else", "endif", "endfor", "endset", "endwith", "endraw" -> true;
            default -> false;
        };
    }
}
