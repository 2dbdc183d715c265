package io.urania.engine.fact;

import java.util.Map;
import java.util.SortedSet;

/**
 * One kind of question to a host: how to ask it for many subjects at once, and how to read the answer.
 *
 * <p>Implementations hold no state; one instance is one kind. The script reads only, never changes the host.
 *
 * @param <T> the fact about one subject
 */
public interface Probe<T> {

    /** A short name, for logs: {@code files}, {@code services}. */
    String name();

    /** POSIX sh that prints what is to be known about the subjects (paths, unit names, …). */
    String script(SortedSet<String> subjects);

    /**
     * Reads the script's standard output: a pure function. That something is not there is an answer; a subject without an entry is one of
     * which nothing could be found out, and nobody may take that for one thing or the other.
     */
    Map<String, T> parse(String output, SortedSet<String> subjects);
}
