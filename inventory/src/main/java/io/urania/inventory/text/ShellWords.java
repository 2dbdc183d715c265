package io.urania.inventory.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a shell would, without expanding anything: Python's {@code shlex.split}. */
public final class ShellWords {
    /** A host has some hundreds of variables at the most. */
    private static final int MOST_WORDS = 100_000;

    private final String line;
    private final boolean comments;
    private final List<Word> words = new ArrayList<>();
    private StringBuilder current = new StringBuilder();
    private int start = -1;
    private int index;

    /**
     * A word without its quotes.
     *
     * @param offset where it starts in the line
     */
    public record Word(String text, int offset) {}

    private ShellWords(String line, boolean comments) {
        this.line = line;
        this.comments = comments;
    }

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException with a message for the reader, if a quote is not closed, a backslash ends the line, or it has more
     *     than {@value #MOST_WORDS} words
     */
    public static List<String> split(String line) {
        return words(line, false).stream().map(Word::text).toList();
    }

    /**
     * As {@link #split}, up to a comment: a {@code #} outside quotes ends the line, even in the middle of a word.
     *
     * @throws IllegalArgumentException as there
     */
    public static List<Word> splitBeforeComment(String line) {
        return words(line, true);
    }

    private static List<Word> words(String line, boolean comments) {
        ShellWords splitter = new ShellWords(line, comments);
        splitter.read();
        return List.copyOf(splitter.words);
    }

    private void read() {
        while (index < line.length()) {
            char next = line.charAt(index);
            if (comments && next == '#') {
                break;
            }
            switch (next) {
                case ' ', '\t', '\r', '\n' -> {
                    endWord();
                    index++;
                }
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> {
                    begin();
                    index++;
                    if (index >= line.length()) {
                        throw new IllegalArgumentException("it ends with a backslash");
                    }
                    current.append(line.charAt(index++));
                }
                default -> {
                    begin();
                    current.append(next);
                    index++;
                }
            }
        }
        endWord();
    }

    private void singleQuoted() {
        begin();
        int end = line.indexOf('\'', index + 1);
        if (end < 0) {
            throw unclosed();
        }
        current.append(line, index + 1, end);
        index = end + 1;
    }

    private void doubleQuoted() {
        begin();
        index++;
        while (index < line.length() && line.charAt(index) != '"') {
            char next = line.charAt(index);
            boolean escapes = next == '\\'
                    && index + 1 < line.length()
                    && (line.charAt(index + 1) == '"' || line.charAt(index + 1) == '\\');
            current.append(escapes ? line.charAt(index + 1) : next);
            index += escapes ? 2 : 1;
        }
        if (index >= line.length()) {
            throw unclosed();
        }
        index++;
    }

    private void begin() {
        if (start < 0) {
            start = index;
        }
    }

    private void endWord() {
        if (start >= 0) {
            if (words.size() >= MOST_WORDS) {
                throw new IllegalArgumentException("it has more than " + MOST_WORDS + " words");
            }
            words.add(new Word(current.toString(), start));
            current = new StringBuilder();
            start = -1;
        }
    }

    private static IllegalArgumentException unclosed() {
        return new IllegalArgumentException("a quote in it is never closed");
    }
}
