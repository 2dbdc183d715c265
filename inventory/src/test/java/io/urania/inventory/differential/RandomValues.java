package io.urania.inventory.differential;

import java.util.ArrayList;
import java.util.List;

/** Values as somebody may write them: in YAML, in INI, on the command line. */
final class RandomValues {
    private static final List<String> YAML_SCALARS = List.of(
            "yes",
            "No",
            "on",
            "OFF",
            "true",
            "False",
            "y",
            "n",
            "~",
            "null",
            "",
            "None",
            "0",
            "7",
            "-12",
            "+3",
            "0644",
            "0o17",
            "017",
            "08",
            "0x1F",
            "0b101",
            "1_000",
            "1__0",
            "685_230.15",
            "1.5",
            "-0.0",
            ".5",
            "5.",
            "1e3",
            "1.0e3",
            "1.0e+3",
            "1e16",
            "123456789012345678901234567890",
            "1.0e+16",
            "0.00001",
            "1.7976931348623157e+308",
            ".inf",
            "-.INF",
            ".nan",
            "+.inf",
            "12:30",
            "22:22",
            "80:8080",
            "01:10",
            "190:20:30.15",
            "-1:30",
            "12:30:45",
            "2001-12-14",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-14 21:59:43.10 -5",
            "2001-12-15 2:59:43.10",
            "2001-1-1",
            "2001-12-14 21:59:43Z",
            "2001-12-14T00:00:00+00:00",
            "text",
            "two words",
            "a#b",
            "a #comment",
            "'single ''quoted'''",
            "\"double \\\"quoted\\\"\\n\\t\\u00e9\"",
            "\"\"",
            "''",
            "v1.2.3",
            "1.2.3",
            "10.0.0.1",
            "10.0.0.0/24",
            "fe80::1",
            "http://x/y?z=1",
            "é ü 漢",
            "\"{{ other }}\"",
            "'{{ a | default(1) }} b'",
            "\"{% if x %}y{% endif %}\"",
            "!unsafe '{{ x }}'",
            "!unsafe 5",
            "!!str 12",
            "!!int '12'",
            "!!float '3'",
            "!!bool 'yes'",
            "!!str",
            "! 12",
            "<",
            ">x",
            "=x",
            "a: b".replace(": ", ":"));

    private static final List<String> INI_VALUES = List.of(
            "1",
            "-1",
            "1.5",
            "017",
            "00",
            "0x1f",
            "0o17",
            "0b11",
            "1_000",
            "1e3",
            ".5",
            "5.",
            "1j",
            "1+2",
            "--1",
            "+5",
            "True",
            "False",
            "None",
            "true",
            "yes",
            "no",
            "null",
            "text",
            "10.0.0.1",
            "a=b",
            "a=b=c",
            "''",
            "\"\"",
            "'text'",
            "\"text\"",
            "'two words'",
            "\"it's\"",
            "\"1\"",
            "'1'",
            "[1,2]",
            "[1,2,]",
            "['x','y']",
            "\"['x', 'y']\"",
            "{'a':1}",
            "\"{'a': 1, 'b': [1, 2]}\"",
            "{}",
            "[]",
            "()",
            "(1)",
            "(1,)",
            "1,2",
            "'a','b'",
            "...",
            "1,",
            "{{ other }}",
            "\"{{ other }}\"",
            "{{other}}",
            "'x'y",
            "x'y z'w",
            "a\\ b",
            "\"a\\\"b\"",
            "a#b",
            "\"a#b\"",
            "#c",
            "u'x'",
            "b'x'",
            "r'\\d'",
            "\"'\\\\n'\"",
            "\"'\\\\x41'\"",
            "1 # c",
            "é",
            "a;b",
            "-",
            "--",
            "=",
            "/dev/sda",
            "1.2.3",
            "~",
            "\"'''x'''\"",
            "\"'a' 'b'\"",
            "0777",
            "1__0",
            "1if",
            "0xg",
            "[1",
            "1]",
            "[[[]]]",
            "\"{1: 2}\"",
            "\"{True: 1}\"");

    private final Choice choice;

    RandomValues(Choice choice) {
        this.choice = choice;
    }

    /** A value behind {@code key: }; deeper ones in flow style. */
    String yaml(int depth) {
        if (depth > 2 || !choice.onceIn(4)) {
            String scalar = choice.of(YAML_SCALARS);
            return depth == 0 || fitsFlow(scalar) ? scalar : "plain" + choice.below(9);
        }
        List<String> parts = new ArrayList<>();
        boolean isMap = choice.onceIn(2);
        int size = choice.below(4);
        for (int i = 0; i < size; i++) {
            parts.add((isMap ? "k" + i + ": " : "") + yaml(depth + 1));
        }
        return (isMap ? "{" : "[") + String.join(", ", parts) + (isMap ? "}" : "]");
    }

    /** A value that needs lines of its own, indented. */
    String yamlBlock(String indentation) {
        return switch (choice.below(6)) {
            case 0 -> "|\n" + indentation + "  first line\n" + indentation + "    second {{ x }}\n";
            case 1 -> ">-\n" + indentation + "  folded\n" + indentation + "  text\n\n" + indentation + "  more\n";
            case 2 -> "|+\n" + indentation + "  kept\n\n";
            case 3 -> "\n" + indentation + "  - " + yaml(1) + "\n" + indentation + "  - " + yaml(1) + "\n";
            case 4 -> "\n" + indentation + "  a: " + yaml(1) + "\n" + indentation + "  5: " + yaml(1) + "\n";
            default -> "plain text\n" + indentation + "    over two lines\n";
        };
    }

    String ini() {
        return choice.of(INI_VALUES);
    }

    String json(int depth) {
        if (depth < 2 && choice.onceIn(4)) {
            return choice.onceIn(2)
                    ? "[" + json(depth + 1) + ", " + json(depth + 1) + "]"
                    : "{\"k\": " + json(depth + 1) + "}";
        }
        return choice.of(
                "1",
                "-2",
                "1e3",
                "1.0E+2",
                "1E-7",
                "true",
                "false",
                "null",
                "\"text\"",
                "\"yes\"",
                "\"\\u00e9\\ud83d\\ude00\\/\"",
                "\"{{ other }}\"",
                "NaN",
                "-Infinity",
                "\"a\\tb\"",
                "123456789012345678901234567890",
                "0.1",
                "[]",
                "{}");
    }

    private static boolean fitsFlow(String scalar) {
        boolean quoted = scalar.startsWith("'") || scalar.startsWith("\"");
        return !scalar.isEmpty() && (quoted || scalar.matches("[A-Za-z0-9._~+-][A-Za-z0-9._~+-]*"));
    }
}
