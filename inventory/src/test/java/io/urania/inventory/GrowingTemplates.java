package io.urania.inventory;

import java.util.List;
import java.util.Random;

/** Templates that make large things of small ones, again and again. */
final class GrowingTemplates {
    private static final List<String> BEGINNINGS = List.of(
            "[1]",
            "'ab'",
            "9",
            "1.5",
            "{'a': [1]}",
            "[[1, 'a'], ['b']]",
            "range(9) | list",
            "('a', 'b')",
            "'a' * 5000");

    private static final List<String> STEPS = List.of(
            "[X, X]",
            "(X, [X])",
            "{'a': X, 'b': [X]}",
            "X ~ X",
            "X + X",
            "X * 7",
            "X * X",
            "X ** 7",
            "X | string",
            "X | list",
            "X | string | list",
            "X | to_json",
            "X | to_nice_yaml",
            "X | to_json | from_json",
            "X | string | b64encode",
            "X | string | upper | indent(4)",
            "X | string | regex_replace('(a|ab|.)*', '\\\\0\\\\0')",
            "X | string | regex_findall('(a*)*.')",
            "X | string | replace('a', X | string)",
            "X | product(X) | list",
            "X | zip(X) | list",
            "X | flatten",
            "X | unique",
            "X | sort",
            "X | union(X)",
            "X | map('string') | list",
            "X | batch(3, X) | list",
            "X | combine({'c': X}, recursive=true)",
            "X | dict2items",
            "dict(a=X, b=X)",
            "'%s %s' % (X, X)",
            "'{0}{0}'.format(X)",
            "(X | string).split('a')",
            "(X | string).join([X | string, X | string])",
            "[X == X, X in [X], X]",
            "X if X is search('(a+)+b') else [X, X]",
            "X | length",
            "X[::-1]",
            "X | int",
            "X | hash('sha1')");

    private final Random random;

    GrowingTemplates(Random random) {
        this.random = random;
    }

    String template() {
        StringBuilder text = new StringBuilder("{% set ns = namespace(x=" + one(BEGINNINGS) + ") %}");
        int loops = 1 + random.nextInt(2);
        for (int i = 0; i < loops; i++) {
            text.append("{% for i")
                    .append(i)
                    .append(" in range(")
                    .append(one(List.of("3", "60", "5000")))
                    .append(") %}");
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append("{% set ns.x = ")
                    .append(one(STEPS).replace("X", "ns.x"))
                    .append(" %}");
        }
        return text.append("{% endfor %}".repeat(loops)).append("{{ ns.x }}").toString();
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
