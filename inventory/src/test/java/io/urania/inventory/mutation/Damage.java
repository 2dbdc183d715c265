package io.urania.inventory.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a text, the same way for the same random numbers. Text is treated as ISO 8859-1, so that each character is a byte. */
final class Damage {
    private static final Pattern TOKEN = Pattern.compile("[\\w.]+|[^\\w\\s]+|\\s+");
    private static final String MARKS = "'\"[]{}()|<>:,-#&*!%=@`?\\~\t\r\n\0\u0085\u00ff";
    private static final List<String> WORDS = List.of(
            "{{ ",
            " }}",
            "{% if ",
            " %}",
            "<<: *pi\n",
            "*first",
            "&pi ",
            "!vault ",
            "!unsafe ",
            "---\n",
            "...\n",
            ": ",
            "- ",
            "? ",
            "[1:99999999]",
            "[a:",
            "\\ud800",
            "\\x",
            "9".repeat(40),
            "1e999",
            "0x",
            "0b",
            "-0",
            "1_",
            "2026-99-99",
            "null",
            "~",
            "all",
            "ungrouped",
            "hostvars",
            "groups",
            "[x:children]\n",
            "[x:vars]\n",
            "$ANSIBLE_VAULT;1.1;AES256\n",
            "| default(",
            " | int",
            "**9**9",
            "\u00ef\u00bb\u00bf",
            "\u00f0\u009f\u008d\u0093",
            "\u00c0\u0080",
            " ".repeat(300),
            "[".repeat(300),
            "{".repeat(300));

    private final RandomGenerator random;

    Damage(RandomGenerator random) {
        this.random = random;
    }

    /** One to four damages, one after the other. */
    byte[] to(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages; i++) {
            text = once(text);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(20));
        return switch (random.nextInt(10)) {
            case 0 -> flipped(text, at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, end) + text.substring(at);
            case 3 -> text.substring(0, at) + any(WORDS) + text.substring(at);
            case 4 -> text.substring(0, at) + MARKS.charAt(random.nextInt(MARKS.length())) + text.substring(at);
            case 5 -> text.substring(0, at) + MARKS.charAt(random.nextInt(MARKS.length())) + text.substring(end);
            case 6 -> swapped(text);
            case 7 -> indented(text);
            case 8 -> spliced(text);
            default -> random.nextInt(20) == 0 ? text.substring(0, at) : withoutAMark(text, at);
        };
    }

    private String flipped(String text, int at) {
        if (at == text.length()) {
            return text;
        }
        char flipped = (char) (text.charAt(at) ^ (1 << random.nextInt(8)));
        return text.substring(0, at) + flipped + text.substring(at + 1);
    }

    private String swapped(String text) {
        List<String> tokens = new ArrayList<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        if (tokens.size() > 1) {
            Collections.swap(tokens, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
        }
        return String.join("", tokens);
    }

    private String indented(String text) {
        return changed(text, line -> {
            int indentation = line.length() - line.stripLeading().length();
            return random.nextBoolean()
                    ? " ".repeat(1 + random.nextInt(3)) + line
                    : line.substring(random.nextInt(indentation + 1));
        });
    }

    /** Another line of the text, or a part of it, in the place of one. */
    private String spliced(String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty()
                ? text
                : changed(text, line -> {
                    String other = any(lines);
                    return line.substring(0, random.nextInt(line.length() + 1))
                            + other.substring(random.nextInt(other.length() + 1));
                });
    }

    private String changed(String text, java.util.function.UnaryOperator<String> change) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return text;
        }
        int index = random.nextInt(lines.size());
        lines.set(index, change.apply(lines.get(index)));
        return String.join("\n", lines) + "\n";
    }

    /** Quotes and brackets are what grammars hang on: the next one is gone. */
    private static String withoutAMark(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if ("'\"[]{}():|%".indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i) + text.substring(i + 1);
            }
        }
        return text;
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
