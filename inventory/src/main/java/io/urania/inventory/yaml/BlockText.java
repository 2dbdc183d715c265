package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The YAML that most inventories are made of, read several times as fast as by SnakeYAML: mappings and lists by indentation, of scalars on
 * one line, unquoted or in quotes without escapes. Whatever else a text holds, and whatever is wrong with it, is left to SnakeYAML, which
 * then reads the text from its beginning: this class never tells of a problem. What it does read, it reads to the same values and places.
 */
final class BlockText {
    private static final int DEEPEST_NESTING = 50;

    /** YAML takes no longer keys; in characters. */
    private static final int LONGEST_KEY = 1000;

    /** By the first character of unquoted text, for those of ASCII. Others, as {@code [} and {@code *}, begin something else. */
    private static final boolean[] BEGINS_TEXT = new boolean[128];

    private static final boolean[] IN_KEYS = new boolean[128];

    static {
        "_/.~+$^()<=;\\".chars().forEach(character -> BEGINS_TEXT[character] = true);
        "_/.-@+".chars().forEach(character -> IN_KEYS[character] = true);
        for (int character = '0'; character <= 'z'; character++) {
            if (Character.isLetterOrDigit(character)) {
                BEGINS_TEXT[character] = true;
                IN_KEYS[character] = true;
            }
        }
    }

    private final Path file;
    private final String text;
    private final ValueBudget budget;
    private final KnownKeys keys;
    private final Findings findings = new Findings();
    private final ScalarConverter scalars;
    private final BlockLines lines;
    private int depth;

    /** There is something in the text that SnakeYAML has to read. */
    private static final class OtherYamlException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private BlockText(SourceText source, ValueBudget budget, KnownKeys keys) {
        this.file = source.file();
        this.text = source.text();
        this.budget = budget;
        this.keys = keys;
        this.scalars = new ScalarConverter(findings, keys);
        this.lines = new BlockLines(text);
    }

    /** The value; empty if SnakeYAML has to read the text. */
    static Optional<Value> read(SourceText source, ValueBudget budget, KnownKeys keys) {
        if (!BlockLines.areIn(source.text())) {
            return Optional.empty();
        }
        long before = budget.used();
        try {
            BlockText block = new BlockText(source, budget, keys);
            Value value = block.document();
            if (block.findings.isEmpty()) {
                return Optional.of(value);
            }
        } catch (OtherYamlException | UnreadableException leftToSnakeYaml) {
            // It is read again, and told about then.
        }
        budget.backTo(before);
        return Optional.empty();
    }

    private Value document() {
        if (lines.isThere() && lines.indentation() == 0 && text.startsWith("---", lines.start())) {
            expectEndOfLine(lines.start() + 3);
            lines.advance();
        }
        if (!lines.isThere()) {
            throw new OtherYamlException();
        }
        Value value = collection();
        if (lines.isThere()) {
            throw new OtherYamlException();
        }
        return value;
    }

    /** The mapping or list that begins here. */
    private Value collection() {
        Position position = position(lines.start());
        budget.take(position);
        if (++depth > DEEPEST_NESTING) {
            throw new OtherYamlException();
        }
        Value value = isElement() ? list(position) : mapping(position);
        depth--;
        return value;
    }

    private boolean isElement() {
        return lines.isMark('-', lines.start());
    }

    private Value list(Position position) {
        int indentation = lines.indentation();
        List<Value> elements = new ArrayList<>();
        do {
            int start = skipSpaces(lines.start() + 1);
            if (isEndOfLine(start) || lines.isMark('-', start)) {
                throw new OtherYamlException();
            }
            if (isKey(start)) {
                lines.enter(start);
                elements.add(collection());
            } else {
                elements.add(scalar(start));
            }
        } while (goesOn(indentation) && isElement());
        return new ListValue(elements, position);
    }

    private Value mapping(Position position) {
        int indentation = lines.indentation();
        MappingBuilder mapping = new MappingBuilder(position, findings, keys);
        do {
            int start = lines.start();
            int colon = endOfKey(start);
            if (colon < 0) {
                throw new OtherYamlException();
            }
            Position place = position(start);
            MappingKey key = scalars.plainKey(text.substring(start, colon), place);
            mapping.put(key, place, value(colon + 1, indentation));
        } while (goesOn(indentation) && !isElement());
        return mapping.build();
    }

    /** The value of a key that stands at an indentation; what is written behind the colon, or below. */
    private Value value(int behindColon, int indentation) {
        int start = skipSpaces(behindColon);
        if (!isEndOfLine(start)) {
            return scalar(start);
        }
        Position nothing = position(behindColon);
        lines.advance();
        boolean isBelow = lines.isThere()
                && (lines.indentation() > indentation || (lines.indentation() == indentation && isElement()));
        if (isBelow) {
            return collection();
        }
        budget.take(nothing);
        return new NullValue(nothing);
    }

    /** Whether the next line belongs to a collection of that indentation. One further in would go on with a scalar, or be wrong. */
    private boolean goesOn(int indentation) {
        if (lines.isThere() && lines.indentation() > indentation) {
            throw new OtherYamlException();
        }
        return lines.isThere() && lines.indentation() == indentation;
    }

    /** The scalar from an index to the end of the line; goes on to the next line. */
    private Value scalar(int start) {
        Position position = position(start);
        budget.take(position);
        char first = text.charAt(start);
        Value value = switch (first) {
            case '"', '\'' -> quoted(start, first, position);
            case '[' -> empty(start, ']', new ListValue(List.of(), position));
            case '{' -> empty(start, '}', new MappingBuilder(position, findings, keys).build());
            default -> plain(start, position);
        };
        lines.advance();
        return value;
    }

    private Value quoted(int start, char quote, Position position) {
        int end = text.indexOf(quote, start + 1);
        if (end < 0 || end > lines.end()) {
            throw new OtherYamlException();
        }
        expectEndOfLine(end + 1);
        String content = text.substring(start + 1, end);
        if (quote == '"' && content.indexOf('\\') >= 0) {
            throw new OtherYamlException();
        }
        budget.takeText(content.length(), position);
        return new TextValue(content, position);
    }

    private Value empty(int start, char close, Value value) {
        if (start + 1 == lines.end() || text.charAt(start + 1) != close) {
            throw new OtherYamlException();
        }
        expectEndOfLine(start + 2);
        return value;
    }

    private Value plain(int start, Position position) {
        char first = text.charAt(start);
        boolean begins = first < BEGINS_TEXT.length && BEGINS_TEXT[first];
        if (!begins && (first != '-' || lines.isMark('-', start))) {
            throw new OtherYamlException();
        }
        int end = start + 1;
        while (end < lines.end()) {
            char next = text.charAt(end);
            if (next == ':' && lines.isMark(':', end)) {
                throw new OtherYamlException();
            }
            if (next == '#' && text.charAt(end - 1) == ' ') {
                break;
            }
            end++;
        }
        while (text.charAt(end - 1) == ' ') {
            end--;
        }
        String content = text.substring(start, end);
        budget.takeText(content.length(), position);
        return scalars.plain(content, position, false);
    }

    private boolean isKey(int start) {
        return endOfKey(start) >= 0;
    }

    /** The index of the colon behind the key that begins here; negative if none does. */
    private int endOfKey(int start) {
        char first = text.charAt(start);
        if (first == '-' || first == '.' || first == '@') {
            return -1;
        }
        int end = start;
        int last = Math.min(lines.end(), start + LONGEST_KEY);
        while (end < last && text.charAt(end) < IN_KEYS.length && IN_KEYS[text.charAt(end)]) {
            end++;
        }
        return end > start && end < last && lines.isMark(':', end) ? end : -1;
    }

    private int skipSpaces(int index) {
        int next = index;
        while (next < lines.end() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    /** Whether nothing but a comment stands at an index to which {@link #skipSpaces} has come. */
    private boolean isEndOfLine(int index) {
        return index == lines.end() || (text.charAt(index) == '#' && text.charAt(index - 1) == ' ');
    }

    private void expectEndOfLine(int index) {
        if (!isEndOfLine(skipSpaces(index))) {
            throw new OtherYamlException();
        }
    }

    private Position position(int index) {
        return new Position(file, lines.number(), lines.column(index));
    }
}
