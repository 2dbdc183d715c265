package io.urania.cluster.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a host says, changed here and there, the same way for the same random numbers. Text is treated as ISO 8859-1, so that each character is
 * a byte.
 */
final class DamagedLines {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern WORD = Pattern.compile("[^\\s=|,:{}\"]+");
    private static final List<String> NUMBERS = List.of(
            "",
            "0",
            "-1",
            "1",
            "65536",
            "4294967296",
            "9223372036854775807",
            "-9223372036854775808",
            "1e999999999",
            "9".repeat(400),
            "0x10",
            "1.5",
            "00000000000000000",
            "NaN",
            "Infinity");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "  ",
            "none",
            "all",
            "end",
            "null",
            "{}",
            "[]",
            "[null]",
            "{\"items\":[null]}",
            "{\"items\":[{\"metadata\":{\"name\":\"x\",\"labels\":{\"a\":null}}}]}",
            "==> /etc/x <==",
            "-----BEGIN CERTIFICATE-----",
            "-----END CERTIFICATE-----",
            "AAAA",
            "/",
            "//",
            "../../etc/passwd",
            "http://[",
            "::",
            "300.1.2.3",
            "$(reboot)",
            "'",
            "\\",
            "\0",
            "\u001b[2J",
            "\u00ff\u00fe",
            "\u00c3",
            "\r",
            "\u0085",
            "@urania-00000000-0000-0000-0000-000000000000 end 0 0",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "x".repeat(100_000),
            "a b c d e f g h i j ".repeat(1_000));

    /** In characters: what a line is repeated to. Damages of damages would take all memory otherwise, and what reads answers has limits anyway. */
    private static final int LONGEST = 1 << 20;

    private final RandomGenerator random;

    DamagedLines(RandomGenerator random) {
        this.random = random;
    }

    /** One to three damages, one after the other. */
    String of(String text) {
        String damaged = text;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    /** The lines with some of them gone, doubled, repeated, swapped, cut or damaged themselves. */
    List<String> of(List<String> lines) {
        List<String> damaged = new ArrayList<>(lines);
        for (int left = 1 + random.nextInt(3); left > 0 && !damaged.isEmpty(); left--) {
            int index = index(damaged);
            String line = damaged.get(index);
            switch (random.nextInt(8)) {
                case 0 -> damaged.remove(index);
                case 1 -> damaged.add(index, line);
                case 2 ->
                    damaged.addAll(
                            index, Collections.nCopies(Math.min(2_000, 1 + LONGEST / (1 + line.length())), line));
                case 3 -> Collections.swap(damaged, index, random.nextInt(damaged.size()));
                case 4 -> damaged.set(index, line.substring(0, random.nextInt(line.length() + 1)));
                case 5 -> damaged.subList(index, damaged.size()).clear();
                case 6 -> damaged.set(index, damaged.get(random.nextInt(damaged.size())));
                default -> damaged.set(index, once(line));
            }
        }
        return damaged;
    }

    /** Any line, or one between answers, of which there are fewer. */
    private int index(List<String> lines) {
        List<Integer> marks = IntStream.range(0, lines.size())
                .filter(number -> lines.get(number).startsWith("@urania-"))
                .boxed()
                .toList();
        return marks.isEmpty() || random.nextBoolean()
                ? random.nextInt(lines.size())
                : marks.get(random.nextInt(marks.size()));
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(20));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(text, at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, end) + text.substring(at);
            case 3 -> text.substring(0, at) + any(WORDS) + text.substring(at);
            case 4 -> replaced(text, NUMBER, any(NUMBERS));
            case 5, 6 -> replaced(text, WORD, any(WORDS));
            case 7 -> String.join("\n", of(List.of(text.split("\n", -1))));
            default -> random.nextInt(10) == 0 ? "" : text.substring(0, at);
        };
    }

    private String flipped(String text, int at) {
        if (at == text.length()) {
            return text;
        }
        char flipped = (char) (text.charAt(at) ^ (1 << random.nextInt(8)));
        return text.substring(0, at) + flipped + text.substring(at + 1);
    }

    private String replaced(String text, Pattern part, String other) {
        List<MatchResult> found = part.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + other + text.substring(one.end());
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
