package io.urania.inventory.source;

import java.util.Arrays;
import java.util.Comparator;

/** Texts in the order of their code points, as Python sorts them; Java's own order is that of UTF-16 units. */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
