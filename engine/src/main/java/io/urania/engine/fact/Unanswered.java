package io.urania.engine.fact;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A question that a host was asked and could not answer.
 *
 * @param why in a few words
 */
public record Unanswered(Question<?> question, String why) {

    /** A sentence without its full stop. */
    @Override
    public String toString() {
        return told(question.probe().name(), List.of(question.subject()), why);
    }

    /** Questions of one host in sentences without their full stops: those of one kind, for one reason, in one. */
    public static List<String> told(Collection<Unanswered> questions) {
        record Kind(String probe, String why) {}
        return questions.stream()
                .collect(Collectors.groupingBy(
                        unanswered -> new Kind(unanswered.question.probe().name(), unanswered.why),
                        Collectors.mapping(
                                unanswered -> unanswered.question.subject(), Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(kind -> told(
                        kind.getKey().probe(), kind.getValue(), kind.getKey().why()))
                .sorted()
                .toList();
    }

    private static String told(String probe, Collection<String> subjects, String why) {
        String words = String.join(", ", subjects);
        return "its " + probe + (words.isEmpty() ? "" : " of " + words) + " could not be determined (" + why + ")";
    }
}
