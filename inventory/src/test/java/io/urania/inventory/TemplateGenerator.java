package io.urania.inventory;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes templates over the variables of {@code expression-variables.json}; the same seed makes the same ones. */
final class TemplateGenerator {
    private static final int DEEPEST = 4;

    private final RandomGenerator random;

    TemplateGenerator(RandomGenerator random) {
        this.random = random;
    }

    /** An output, or several with text and statements around them. */
    String template() {
        return switch (random.nextInt(11)) {
            case 0 -> text() + output() + text();
            case 1 -> output() + output();
            case 2 -> "{% if " + truth(1) + " %}" + body() + "{% else %}" + body() + "{% endif %}";
            case 3 ->
                "{%- for i in " + list(1) + " " + sign() + "%}" + text() + "{{ " + loopValue() + " }}{% endfor %}";
            case 4 -> "{% set x = " + any(1) + " %}{{ x }}" + text();
            case 5 -> "{% set x %}" + body() + "{% endset %}{{ x }}";
            case 6 -> text() + "{# " + pick("c", "{{ n }}", "-") + " " + sign() + "#}" + text() + output();
            case 7 -> "{% raw %}" + text() + "{{ n }}{% endraw %}" + output();
            case 8 -> text() + "{{ " + any(1) + " if " + truth(1) + " }}" + text();
            default -> "{{ " + any(0) + " }}";
        };
    }

    private String output() {
        return pick("{{ ", "{{- ", "{{+ ") + any(1) + pick(" }}", " -}}");
    }

    private String body() {
        return random.nextInt(3) == 0 ? text() : text() + output();
    }

    private String text() {
        return pick("", "", "a", " ", "x y", "\n", " \n ", "é", "- ");
    }

    private String sign() {
        return pick("", "", "-", "+");
    }

    private String loopValue() {
        return pick("i", "loop.index", "loop.last", "i ~ '-'", "loop.revindex0", "loop.cycle('a', 'b')", "i | string");
    }

    private String any(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> number(depth);
            case 1 -> words(depth);
            case 2 -> list(depth);
            case 3 -> map(depth);
            case 4 -> truth(depth);
            case 5 -> "(" + any(depth + 1) + " if " + truth(depth + 1) + " else " + any(depth + 1) + ")";
            default ->
                pick("nul", "missing", "a", "sv", "inner", "me.p", "part.ok", "d.b.c", "users[0].name", "missing.foo")
                        + (random.nextBoolean() ? " | default(" + (depth < DEEPEST ? any(depth + 1) : "1") + ")" : "");
        };
    }

    private String number(int depth) {
        if (depth >= DEEPEST) {
            return pick("1", "0", "-2", "n", "fl", "2.5", "10", "true");
        }
        return switch (random.nextInt(9)) {
            case 0 -> number(depth + 1) + pick(" + ", " - ", " * ", " // ", " % ", " / ") + number(depth + 1);
            case 1 -> "(" + number(depth + 1) + pick(" + ", " - ", " * ") + number(depth + 1) + ")";
            case 2 -> pick("-", "+") + number(depth + 1);
            case 3 -> list(depth + 1) + " | " + pick("length", "count", "sum", "max", "min", "first", "last");
            case 4 -> words(depth + 1) + " | " + pick("length", "int", "int(7)", "float", "wordcount", "int(base=16)");
            case 5 -> number(depth + 1) + " | " + pick("abs", "int", "float", "round", "round(1)", "string | int");
            case 6 -> number(depth + 1) + " ** " + pick("2", "0", "3");
            case 7 -> words(depth + 1) + pick(".find('a')", ".count('l')", ".index('e')");
            default -> pick("n", "fl", "0x1F", "1_000", "1e3", "l[0]", "l[-1]", "d.a", "users[1]['age']");
        };
    }

    private String words(int depth) {
        if (depth >= DEEPEST) {
            return pick("'a'", "''", "s", "'Hello World'", "'x,y'", "\"it's\"", "'é😀'", "'7'");
        }
        return switch (random.nextInt(8)) {
            case 0 ->
                any(depth + 1) + " ~ " + pick(any(depth + 1), "(" + any(depth + 1) + " if " + truth(depth + 1) + ")");
            case 1 -> words(depth + 1) + " + " + words(depth + 1);
            case 2 -> words(depth + 1) + " * " + pick("2", "0", "-1");
            case 3 -> words(depth + 1) + "[" + bound() + ":" + bound() + pick("", ":-1", ":2") + "]";
            case 4, 5 ->
                "(" + words(depth + 1) + ") | "
                        + pick(
                                "upper",
                                "lower",
                                "title",
                                "capitalize",
                                "trim",
                                "trim('a')",
                                "replace('l', 'L')",
                                "reverse",
                                "center(9)",
                                "indent(2, true)",
                                "truncate(6)",
                                "quote",
                                "b64encode",
                                "hash('md5')",
                                "regex_replace('[aeiou]', '<\\g<0>>')",
                                "regex_replace('(\\w)(\\w)', '\\2\\1')",
                                "regex_search('[a-z]+')",
                                "urlencode",
                                "comment",
                                "to_json",
                                "default('d', true)",
                                "basename",
                                "ternary('t', 'f')",
                                "format(1, 2)");
            case 6 ->
                words(depth + 1)
                        + pick(
                                ".upper()",
                                ".strip()",
                                ".replace('a', 'b')",
                                ".title()",
                                ".zfill(4)",
                                ".center(7, '*')",
                                ".removeprefix('H')",
                                ".rstrip('o')",
                                ".capitalize()");
            default -> list(depth + 1) + " | join(" + pick("", "','", "'-'") + ")";
        };
    }

    private String list(int depth) {
        if (depth >= DEEPEST) {
            return pick("l", "[]", "[1, 2]", "['a', 'B', 'a']", "[3, [1, none]]", "(1, 2)", "users");
        }
        return switch (random.nextInt(8)) {
            case 0 -> "[" + any(depth + 1) + ", " + any(depth + 1) + "]";
            case 1 -> list(depth + 1) + " + " + list(depth + 1);
            case 2 -> list(depth + 1) + "[" + bound() + ":" + bound() + "]";
            case 3, 4 ->
                list(depth + 1) + " | "
                        + pick(
                                "sort",
                                "sort(reverse=true)",
                                "unique",
                                "reverse | list",
                                "flatten",
                                "flatten(1)",
                                "map('string') | list",
                                "select | list",
                                "reject('none') | list",
                                "select('number') | list",
                                "batch(2) | list",
                                "slice(2) | list",
                                "zip([1, 2]) | list",
                                "map('int') | list",
                                "list",
                                "map('type_debug') | list",
                                "product([0, 1]) | list",
                                "combinations(2) | list",
                                "selectattr('on', 'defined') | list",
                                "map(attribute='name', default='-') | list");
            case 5 ->
                words(depth + 1)
                        + pick(".split()", ".split(',')", " | list", ".split('l', 1)", " | regex_findall('\\w')");
            case 6 ->
                pick(
                        "range(" + pick("3", "n", "1, 4", "5, 0, -2") + ") | list",
                        "groups.masters | map('extract', hostvars, 'n') | list",
                        "groups.masters | map('extract', hostvars, 'own') | select('defined') | list",
                        "groups.masters | map('extract', hostvars) | map(attribute='own', default=7) | list",
                        "hostvars | dict2items | selectattr('value.own', 'defined') | map(attribute='value.twice') | list",
                        "hostvars.values() | map(attribute='inventory_hostname') | list",
                        "hostvars | list");
            default ->
                map(depth + 1) + pick(" | list", ".keys() | list", ".items() | list", " | dict2items", " | dictsort");
        };
    }

    private String map(int depth) {
        if (depth >= DEEPEST) {
            return pick("d", "{}", "{'a': 2, 'z': 1}", "users[0]", "{'b': {'c': 'y'}}");
        }
        return switch (random.nextInt(4)) {
            case 0 -> "{" + pick("'a'", "'k'", "s") + ": " + any(depth + 1) + "}";
            case 1 ->
                map(depth + 1) + " | combine(" + map(depth + 1)
                        + pick("", ", recursive=true", ", recursive=true, list_merge='append'") + ")";
            case 2 -> map(depth + 1) + " | dict2items | items2dict";
            default -> "dict(a=" + any(depth + 1) + ")";
        };
    }

    private String truth(int depth) {
        if (depth >= DEEPEST) {
            return pick("true", "false", "t", "f", "n", "''", "s");
        }
        return switch (random.nextInt(7)) {
            case 0 -> any(depth + 1) + pick(" == ", " != ") + any(depth + 1);
            case 1 -> number(depth + 1) + pick(" < ", " <= ", " > ", " >= ") + number(depth + 1);
            case 2 -> truth(depth + 1) + pick(" and ", " or ") + truth(depth + 1);
            case 3 -> pick("not " + truth(depth + 1), "(" + any(depth + 1) + ") | bool");
            case 4 ->
                any(depth + 1) + pick(" in ", " not in ") + pick(list(depth + 1), map(depth + 1), words(depth + 1));
            case 5 ->
                "(" + any(depth + 1) + ") is "
                        + pick(
                                "defined",
                                "none",
                                "string",
                                "number",
                                "integer",
                                "float",
                                "mapping",
                                "sequence",
                                "iterable",
                                "boolean",
                                "truthy",
                                "not defined",
                                "true",
                                "eq 1",
                                "in [1, 2]");
            default -> number(depth + 1) + " < " + number(depth + 1) + " <= " + number(depth + 1);
        };
    }

    private String bound() {
        return pick("", "", "0", "1", "-1", "2", "-2", "9");
    }

    private String pick(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
