package io.urania.cluster.variable.type;

import io.urania.cluster.value.Keyword;
import java.util.List;
import java.util.stream.Collectors;

/** Values as an inventory spells them. */
public final class Spelling {
    private Spelling() {}

    public static String of(Object value) {
        return switch (value) {
            case Keyword keyword -> keyword.word();
            case List<?> list -> list.stream().map(Spelling::of).collect(Collectors.joining(", ", "[", "]"));
            case String text when text.isEmpty() -> "\"\"";
            default -> value.toString();
        };
    }
}
