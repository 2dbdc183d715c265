package io.urania.cluster.benchmark;

/** What was found of a control on a host. */
public sealed interface Verdict {

    /** It is as the benchmark wants it. */
    record Passed() implements Verdict {}

    /**
     * It is not.
     *
     * @param what is there instead
     * @param remedy what to set
     */
    record Failed(String what, String remedy) implements Verdict {}

    /** It asks for nothing that there is here, or for what only people can judge. */
    record NotApplicable(String reason) implements Verdict {}

    /** Passed, or failed with this. */
    static Verdict of(boolean isPassed, String what, String remedy) {
        return isPassed ? new Passed() : new Failed(what, remedy);
    }
}
