package io.urania.cluster.preflight;

import java.util.List;

/**
 * A rule in words, for its documentation; Markdown.
 *
 * @param levels of its findings, the worst first
 * @param found what it finds
 * @param why that matters
 * @param remedy what to do
 * @param source where it is known from: what a manual, a specification or an issue is called; empty if it follows from Urania itself
 */
public record RuleDescription(List<Level> levels, String found, String why, String remedy, String source) {

    public RuleDescription {
        levels = List.copyOf(levels);
    }
}
