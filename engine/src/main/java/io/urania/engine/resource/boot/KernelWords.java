package io.urania.engine.resource.boot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The arguments that a kernel gets, in their order (kernel-parameters, "The kernel's command-line parameters"). A space between quotation
 * marks does not end a word.
 */
record KernelWords(List<String> words) {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

    KernelWords {
        words = List.copyOf(words);
    }

    /** Takes a line apart. */
    static KernelWords of(String line) {
        return new KernelWords(
                WORD.matcher(line).results().map(MatchResult::group).toList());
    }

    boolean has(String word) {
        return words.contains(word);
    }

    boolean hasAll(Collection<String> others) {
        return words.containsAll(others);
    }

    /** The same without some words, and with some at the end that are not there yet: what others have put there keeps its order. */
    KernelWords without(Collection<String> unwanted, Collection<String> wanted) {
        List<String> changed = new ArrayList<>(words);
        changed.removeAll(unwanted);
        wanted.stream().filter(word -> !changed.contains(word)).forEach(changed::add);
        return new KernelWords(changed);
    }

    /** As one line, without its end. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
