package io.urania.lab.report;

/**
 * Something that keeps a rack from being made or run.
 *
 * @param what what is wrong, and where
 * @param why why it matters here
 * @param remedy what to do next
 */
public record RackProblem(String what, String why, String remedy) {
    @Override
    public String toString() {
        return what + "; " + why + "; " + remedy;
    }
}
