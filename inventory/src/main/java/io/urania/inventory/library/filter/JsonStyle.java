package io.urania.inventory.library.filter;

/**
 * How JSON is laid out.
 *
 * @param indent columns of a level; negative for a single line
 * @param sortKeys whether keys are sorted by their code points
 * @param asciiOnly whether other characters are escaped
 */
record JsonStyle(int indent, boolean sortKeys, boolean asciiOnly) {
    static final JsonStyle TERSE = new JsonStyle(-1, false, true);

    String newLine(int level) {
        return indent < 0 ? "" : "\n" + " ".repeat(indent * level);
    }

    String comma() {
        return indent < 0 ? ", " : ",";
    }
}
