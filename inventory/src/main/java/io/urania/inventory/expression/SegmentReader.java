package io.urania.inventory.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a template into text, outputs and statements, and applies whitespace control. */
final class SegmentReader {
    private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%}");

    private final TemplateText template;
    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private boolean stripNext;
    private boolean dropNewline;

    private SegmentReader(TemplateText template) {
        this.template = template;
        this.text = template.text();
    }

    static List<Segment> read(TemplateText template) {
        SegmentReader reader = new SegmentReader(template);
        reader.readAll();
        return List.copyOf(reader.segments);
    }

    private void readAll() {
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        int index = 0;
        while (index < end) {
            int opening = nextOpening(index);
            if (opening < 0 || opening >= end) {
                data(index, end, false);
                return;
            }
            char sign = opening + 2 < text.length() ? text.charAt(opening + 2) : ' ';
            data(index, opening, sign == '-');
            boolean signed = sign == '-' || sign == '+';
            int inside = opening + (signed ? 3 : 2);
            index = switch (text.charAt(opening + 1)) {
                case '#' -> comment(opening, inside);
                case '{' -> output(opening, inside);
                default -> statement(opening, inside);
            };
        }
    }

    private int output(int opening, int inside) {
        List<Token> tokens = TokenReader.read(template, inside, "}}");
        segments.add(new Segment.Output(tokens, opening));
        return afterClosing(tokens.getLast().offset(), false);
    }

    private int statement(int opening, int inside) {
        List<Token> tokens = TokenReader.read(template, inside, "%}");
        int after = afterClosing(tokens.getLast().offset(), true);
        if (tokens.size() == 2 && tokens.getFirst().isName("raw")) {
            // A newline behind {% raw %} stays, unlike one behind other statements.
            dropNewline = false;
            return raw(opening, after);
        }
        segments.add(new Segment.Statement(tokens, opening));
        return after;
    }

    private int raw(int opening, int start) {
        Matcher end = END_RAW.matcher(text);
        if (!end.find(start)) {
            throw template.failure(opening, "'raw' is never closed", "", "add {% endraw %}");
        }
        data(start, end.start(), end.group(1).equals("-"));
        return afterClosing(end.end(2) - end.group(2).length(), true);
    }

    private int comment(int opening, int inside) {
        int closing = text.indexOf("#}", inside);
        if (closing < 0) {
            throw template.failure(opening, "'#}' is missing", "the comment never ends", "add it");
        }
        boolean signed = closing > inside && "-+".indexOf(text.charAt(closing - 1)) >= 0;
        return afterClosing(signed ? closing - 1 : closing, true);
    }

    /** Notes what a closing delimiter at {@code index} does to the text behind it. */
    private int afterClosing(int index, boolean trims) {
        char sign = text.charAt(index);
        boolean signed = sign == '-' || sign == '+';
        stripNext = sign == '-';
        dropNewline = trims && !signed;
        return index + (signed ? 3 : 2);
    }

    private void data(int start, int end, boolean stripEnd) {
        int from = start;
        int to = end;
        if (stripNext) {
            while (from < to && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        } else if (dropNewline && from < to && text.charAt(from) == '\n') {
            from++;
        }
        if (stripEnd) {
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                to--;
            }
        }
        stripNext = false;
        dropNewline = false;
        if (from < to) {
            segments.add(new Segment.Data(text.substring(from, to), from));
        }
    }

    private int nextOpening(int from) {
        int brace = text.indexOf('{', from);
        while (brace >= 0 && brace + 1 < text.length()) {
            char next = text.charAt(brace + 1);
            if (next == '{' || next == '%' || next == '#') {
                return brace;
            }
            brace = text.indexOf('{', brace + 1);
        }
        return -1;
    }
}
