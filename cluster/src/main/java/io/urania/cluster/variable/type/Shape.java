package io.urania.cluster.variable.type;

import java.util.List;

/** The values that a type takes, as far as a schema can tell them from others without knowing the type. */
public sealed interface Shape {

    /** Any value at all. */
    record Anything() implements Shape {}

    /**
     * Truth in all spellings of Ansible.
     *
     * @param yes whether true is taken
     * @param no whether false is taken
     */
    record Truth(boolean yes, boolean no) implements Shape {}

    /** A whole number between two others, both taken; it may be written as text. */
    record WholeNumber(int least, int most) implements Shape {}

    /** One of some words. */
    record Word(List<String> words) implements Shape {
        public Word {
            words = List.copyOf(words);
        }
    }

    /**
     * A single value.
     *
     * @param pattern what the value has to match as a whole, in the regular expressions that ECMA-262 and Java share; empty for any
     * @param examples such values
     */
    record Text(String pattern, List<String> examples) implements Shape {
        /** Any text. */
        public static final Text ANY = new Text("", List.of());

        public Text {
            examples = List.copyOf(examples);
        }
    }

    /** Several values; a single one stands for a list of one. */
    record Several(Shape element) implements Shape {}

    /** A mapping of names to texts. */
    record Texts() implements Shape {}
}
