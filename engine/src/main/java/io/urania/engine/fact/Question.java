package io.urania.engine.fact;

/**
 * One thing to find out about a host.
 *
 * @param probe the kind of question
 * @param subject what it is about: a path, a unit, or empty where a host has just one of the kind
 */
public record Question<T>(Probe<T> probe, String subject) {

    /** The question of a probe that has one answer per host. */
    public static <T> Question<T> about(Probe<T> probe) {
        return new Question<>(probe, "");
    }
}
