package io.urania.engine.fact;

/**
 * A question that a host was asked and could not answer.
 *
 * @param why in a few words
 */
public record Unanswered(Question<?> question, String why) {

    /** A sentence without its full stop. */
    @Override
    public String toString() {
        String subject = question.subject().isEmpty() ? "" : " of " + question.subject();
        return "its " + question.probe().name() + subject + " could not be found out (" + why + ")";
    }
}
