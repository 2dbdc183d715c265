package io.urania.inventory.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads text that spells a flat list, such as {@code ['a', b]}, as the list it spells. */
final class SpelledList {
    private SpelledList() {}

    static Optional<ListValue> read(TextValue text) {
        String spelled = text.text().strip();
        if (!spelled.startsWith("[") || !spelled.endsWith("]") || spelled.length() < 2) {
            return Optional.empty();
        }
        String inside = spelled.substring(1, spelled.length() - 1).strip();
        if (inside.isEmpty()) {
            return Optional.of(new ListValue(List.of(), text.position()));
        }
        List<Value> elements = new ArrayList<>();
        int start = 0;
        char openQuote = 0;
        for (int i = 0; i <= inside.length(); i++) {
            char character = i == inside.length() ? ',' : inside.charAt(i);
            if (openQuote != 0) {
                if (i == inside.length()) {
                    return Optional.empty();
                }
                openQuote = character == openQuote ? 0 : openQuote;
            } else if (character == '\'' || character == '"') {
                openQuote = character;
            } else if (character == '[' || character == '{') {
                return Optional.empty();
            } else if (character == ',') {
                String element = inside.substring(start, i).strip();
                if (!element.isEmpty()) {
                    elements.add(new TextValue(unquoted(element), text.position()));
                }
                start = i + 1;
            }
        }
        return Optional.of(new ListValue(elements, text.position()));
    }

    private static String unquoted(String element) {
        char first = element.charAt(0);
        boolean quoted = element.length() >= 2
                && (first == '\'' || first == '"')
                && element.charAt(element.length() - 1) == first;
        return quoted ? element.substring(1, element.length() - 1) : element;
    }
}
